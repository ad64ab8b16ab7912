package dev.slipway.api.subscription;

import static dev.slipway.api.subscription.SubscriptionWishes.orNone;
import static java.util.Objects.requireNonNullElse;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.json.Words;
import dev.slipway.api.resource.Rows;
import dev.slipway.model.ActiveActiveCommand.AddRegion;
import dev.slipway.model.ActiveActiveCommand.DeleteRegion;
import dev.slipway.model.Catalogue;
import dev.slipway.model.Command;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.store.Store;
import java.util.List;
import java.util.stream.Stream;

/// The operations on the regions of Active-Active subscriptions.
public final class RegionRoutes {
  private static final String REGIONS = "/subscriptions/{subscriptionId}/regions";

  private final Store store;
  private final Catalogue catalogue;
  private final RegionWishes wishes;

  /// Into this queue, from these rows.
  public RegionRoutes(Store store, Catalogue catalogue) {
    this.store = store;
    this.catalogue = catalogue;
    this.wishes = new RegionWishes(catalogue);
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                REGIONS,
                "getRegionsFromActiveActiveSubscription",
                "Lists the regions of an Active-Active subscription")
            .shows(RegionsView.class, this::list),
        Operation.post(
                REGIONS,
                "addNewRegionToActiveActiveSubscription",
                "Adds a region to an Active-Active subscription and all its databases")
            .takes(AddRegionBody.class)
            .submits(AddRegion.class, this::add),
        Operation.delete(
                REGIONS,
                "deleteRegionsFromActiveActiveSubscription",
                "Removes regions from an Active-Active subscription and all its databases")
            .takes(DeleteRegionsBody.class)
            .submits(DeleteRegion.class, this::delete));
  }

  private Answer list(Call call) {
    return store.read(
        tx -> {
          var subscription = Rows.subscription(tx, call);
          if (!subscription.spec().activeActive()) {
            throw Refusal.of(
                400,
                "Subscription "
                    + subscription.id()
                    + " is a single-region one; GET /subscriptions/{id} shows its region.");
          }
          var databases = tx.databases().under(subscription.id(), 0, Integer.MAX_VALUE);
          var regions =
              subscription.spec().regions().stream()
                  .map(region -> region(region, subscription, databases))
                  .toList();
          return Answer.ok(new RegionsView(subscription.id(), regions, Link.self(call)));
        });
  }

  private RegionsView.Region region(
      SubscriptionSpec.Region region,
      Resource<SubscriptionSpec> subscription,
      List<Resource<DatabaseSpec>> databases) {
    String vpc = region.vpcId();
    return new RegionsView.Region(
        catalogue
            .region(subscription.spec().provider(), region.region())
            .map(Catalogue.Region::id)
            .orElse(0),
        region.region(),
        region.deploymentCidr(),
        vpc == null || vpc.isEmpty()
            ? SubscriptionViews.invented("vpc", subscription.id(), region.region())
            : vpc,
        databases.stream().flatMap(database -> database(database, region.region())).toList(),
        List.of());
  }

  private static Stream<RegionsView.Database> database(
      Resource<DatabaseSpec> database, String region) {
    var spec = database.spec();
    return spec.locals().stream()
        .filter(local -> local.region().equals(region))
        .map(
            local ->
                new RegionsView.Database(
                    database.id(),
                    spec.name(),
                    local.reads(),
                    local.writes(),
                    requireNonNullElse(local.respVersion(), spec.engine().respVersion()),
                    List.of()));
  }

  private Command add(Call call, AddRegionBody body) {
    int subscription = call.number("subscriptionId");
    var region =
        wishes.oneOfMany(
            new CreateSubscriptionBody.Region(
                body.region(),
                body.multipleAvailabilityZones(),
                body.preferredAvailabilityZones(),
                new CreateSubscriptionBody.Networking(
                    body.deploymentCidr(),
                    body.vpcId(),
                    body.subnetIds(),
                    body.securityGroupId())));
    return new AddRegion(
        subscription,
        region,
        orNone(body.databases()).stream().map(share -> share(body, share)).toList(),
        body.respVersion() == null ? null : Words.word(body.respVersion()),
        body.customerManagedKeyResourceName(),
        requireNonNullElse(body.dryRun(), false));
  }

  private static AddRegion.Share share(AddRegionBody body, AddRegionBody.Share share) {
    var throughput = share.localThroughputMeasurement();
    var resp = body.respVersion();
    return new AddRegion.Share(
        share.name(),
        throughput == null
            ? null
            : throughput.wish(body.region()).speaking(resp == null ? null : Words.word(resp)));
  }

  private Command delete(Call call, DeleteRegionsBody body) {
    int subscription = call.number("subscriptionId");
    var regions = body.regions().stream().map(DeleteRegionsBody.Named::region).toList();
    return new DeleteRegion(subscription, regions, requireNonNullElse(body.dryRun(), false));
  }
}
