package dev.slipway.api.subscription;

import static dev.slipway.api.subscription.SubscriptionWishes.orNone;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.resource.Rows;
import dev.slipway.model.Catalogue;
import dev.slipway.model.Command;
import dev.slipway.model.MaintenanceHours;
import dev.slipway.model.SubscriptionCommand.ReadAllowList;
import dev.slipway.model.SubscriptionCommand.SetAllowList;
import dev.slipway.model.SubscriptionCommand.SetMaintenance;
import dev.slipway.model.SubscriptionCommand.SetResourceTags;
import dev.slipway.model.SubscriptionSpec.AllowList;
import dev.slipway.model.SubscriptionSpec.Maintenance;
import dev.slipway.model.SubscriptionSpec.ResourceTag;
import dev.slipway.model.SubscriptionSpec.Window;
import dev.slipway.store.Store;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The operations on what belongs to a subscription and has an address of its own.
public final class SubscriptionSettingsRoutes {
  private static final String ONE = "/subscriptions/{subscriptionId}";
  private static final String WINDOWS = ONE + "/maintenance-windows";
  private static final String CIDR = ONE + "/cidr";

  private final Store store;
  private final Catalogue catalogue;
  private final InstantSource time;

  /// Into this queue, from these rows.
  public SubscriptionSettingsRoutes(Store store, Catalogue catalogue, InstantSource time) {
    this.store = store;
    this.catalogue = catalogue;
    this.time = time;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                WINDOWS, "getSubscriptionMaintenanceWindows", "Shows when the server may interrupt")
            .shows(MaintenanceView.class, this::maintenance),
        Operation.put(
                WINDOWS,
                "updateSubscriptionMaintenanceWindows",
                "Sets when the server may interrupt")
            .takes(MaintenanceBody.class)
            .submits(SetMaintenance.class, this::setMaintenance),
        Operation.get(CIDR, "getCidrWhiteList", "Tells of the CIDR allow list, in a task")
            .submits(ReadAllowList.class, this::allowList),
        Operation.put(CIDR, "updateSubscriptionCidrWhiteList", "Sets the CIDR allow list")
            .takes(AllowListBody.class)
            .submits(SetAllowList.class, this::setAllowList),
        Operation.put(
                ONE + "/resource-tags",
                "updateSubscriptionResourceTags",
                "Sets the tags of the cloud resources of a subscription")
            .takes(ResourceTagsBody.class)
            .submits(SetResourceTags.class, this::setTags));
  }

  /// When the server may interrupt.
  ///
  /// @param timeZone of the region, in which the hours are meant
  /// @param extension null in automatic mode
  record MaintenanceView(
      String mode,
      String timeZone,
      List<WindowView> windows,
      List<Link> links,
      @JsonProperty("x-slipway") @Nullable Extension extension) {}

  /// What only this server says.
  ///
  /// @param nextWindow the one that is open, or else the first that comes, in UTC
  record Extension(MaintenanceHours nextWindow) {}

  record WindowView(List<String> days, int startHour, int durationInHours) {
    private static WindowView of(Window window) {
      return new WindowView(
          window.days().stream()
              .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
              .toList(),
          window.startHour(),
          window.durationInHours());
    }
  }

  private Answer maintenance(Call call) {
    return store.read(
        tx -> {
          var spec = Rows.subscription(tx, call).spec();
          String zone =
              catalogue
                  .region(spec.provider(), spec.regions().getFirst().region())
                  .map(Catalogue.Region::timeZone)
                  .orElse("UTC");
          var maintenance = Objects.requireNonNullElse(spec.maintenance(), Maintenance.AUTOMATIC);
          return Answer.ok(
              new MaintenanceView(
                  maintenance.manual() ? "manual" : "automatic",
                  zone,
                  maintenance.windows().stream().map(WindowView::of).toList(),
                  Link.self(call),
                  MaintenanceHours.next(maintenance.windows(), ZoneId.of(zone), time.instant())
                      .map(Extension::new)
                      .orElse(null)));
        });
  }

  private Command setMaintenance(Call call, MaintenanceBody body) {
    int id = call.number("subscriptionId");
    var windows =
        orNone(body.windows()).stream()
            .map(
                window ->
                    new Window(
                        window.days().stream().map(day -> DayOfWeek.valueOf(day.name())).toList(),
                        window.startHour(),
                        window.durationInHours()))
            .toList();
    boolean manual = body.mode() == MaintenanceBody.Mode.MANUAL;
    return new SetMaintenance(id, new Maintenance(manual, windows));
  }

  private Command allowList(Call call) {
    return new ReadAllowList(call.number("subscriptionId"));
  }

  private Command setAllowList(Call call, AllowListBody body) {
    int id = call.number("subscriptionId");
    var wanted = new AllowList(orNone(body.cidrIps()), orNone(body.securityGroupIds()));
    return new SetAllowList(id, wanted);
  }

  private Command setTags(Call call, ResourceTagsBody body) {
    int id = call.number("subscriptionId");
    var tags =
        body.resourceTags().stream().map(tag -> new ResourceTag(tag.key(), tag.value())).toList();
    return new SetResourceTags(id, tags);
  }
}
