package dev.slipway.api;

import dev.slipway.api.account.AccountRoutes;
import dev.slipway.api.acl.AclRoutes;
import dev.slipway.api.cloud.CloudAccountRoutes;
import dev.slipway.api.connectivity.PeeringRoutes;
import dev.slipway.api.connectivity.PrivateLinkRoutes;
import dev.slipway.api.connectivity.PscRoutes;
import dev.slipway.api.connectivity.TransitGatewayRoutes;
import dev.slipway.api.cost.CostReportRoutes;
import dev.slipway.api.database.CrdbRoutes;
import dev.slipway.api.database.DatabaseRoutes;
import dev.slipway.api.database.DatabaseStateRoutes;
import dev.slipway.api.database.DatabaseWishes;
import dev.slipway.api.database.EngineRoutes;
import dev.slipway.api.description.Library;
import dev.slipway.api.http.ApiHandler;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Sources;
import dev.slipway.api.log.LogRoutes;
import dev.slipway.api.redirection.RedirectionRoutes;
import dev.slipway.api.redirection.TrafficRoutes;
import dev.slipway.api.subscription.RegionRoutes;
import dev.slipway.api.subscription.SubscriptionRoutes;
import dev.slipway.api.subscription.SubscriptionSettingsRoutes;
import dev.slipway.api.tag.TagRoutes;
import dev.slipway.api.task.FirstAnswers;
import dev.slipway.api.task.Holds;
import dev.slipway.api.task.Submission;
import dev.slipway.api.task.TaskRoutes;
import dev.slipway.api.user.UserRoutes;
import dev.slipway.model.Catalogue;
import dev.slipway.model.Limits;
import dev.slipway.model.SlowLog;
import dev.slipway.model.TrustAnchor;
import dev.slipway.model.Unwritten;
import dev.slipway.store.Store;
import dev.slipway.task.TaskQueue;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The whole API, put together.
///
/// @param hosts names and addresses that the server goes by, besides the loopback ones
/// @param sources tells where a request comes from
/// @param advertiseHost the name that the endpoints of databases carry
/// @param requestsPerMinute what each account key may do; 400 where the rate is strict
/// @param slowLog of databases that run
/// @param trustAnchor by which clients know databases that encrypt
/// @param unwritten laid over the rows of databases where they are shown
/// @param ids names requests and redirections
/// @param random makes passwords; in production a secure one
public record Api(
    Set<String> hosts,
    Sources sources,
    String advertiseHost,
    long requestsPerMinute,
    Catalogue catalogue,
    Limits limits,
    Store store,
    TaskQueue queue,
    Holds holds,
    SlowLog slowLog,
    TrustAnchor trustAnchor,
    Unwritten unwritten,
    InstantSource time,
    Supplier<UUID> ids,
    RandomGenerator random) {
  /// What account keys may do where nobody asked for the cloud's own rate, and so the number that
  /// keeps clients from slowing themselves down (client-contract 1.4).
  public static final long GENEROUS_RATE = 100_000;

  /// The rate of the cloud (api-rules 1.5).
  public static final long STRICT_RATE = 400;

  /// What the web server calls for every path that is not somebody else's.
  ///
  /// @param nanos measures the minute of the rate, as `System.nanoTime` does
  public ApiHandler handler(LongSupplier nanos) {
    return new ApiHandler(
        operations(),
        new Submission(queue, new FirstAnswers(store, time)),
        sources,
        requestsPerMinute,
        nanos,
        store,
        time,
        ids);
  }

  /// What tells of the API, to anybody.
  public Library library() {
    String version = Api.class.getPackage().getImplementationVersion();
    return new Library(this::operations, version == null ? "not packaged" : version);
  }

  /// Everything that the API can do.
  public List<Operation> operations() {
    var wishes = new DatabaseWishes(catalogue, random);
    return Stream.of(
            new AccountRoutes(store, catalogue).operations(),
            new SubscriptionRoutes(store, wishes).operations(),
            new SubscriptionSettingsRoutes(store, catalogue, time).operations(),
            new RegionRoutes(store, catalogue).operations(),
            new DatabaseRoutes(store, wishes, advertiseHost, unwritten).operations(),
            new CrdbRoutes(wishes).operations(),
            new DatabaseStateRoutes(store, catalogue).operations(),
            new EngineRoutes(store, slowLog, trustAnchor).operations(),
            new AclRoutes(store).operations(),
            new CloudAccountRoutes(store, catalogue).operations(),
            PeeringRoutes.operations(),
            PscRoutes.operations(),
            TransitGatewayRoutes.operations(),
            PrivateLinkRoutes.operations(),
            new UserRoutes(store).operations(),
            new CostReportRoutes(store).operations(),
            new RedirectionRoutes(store, time, ids).operations(),
            new TrafficRoutes(store, time).operations(),
            new TagRoutes(store, time).operations(),
            new LogRoutes(store).operations(),
            new TaskRoutes(store, limits, time, holds).operations())
        .flatMap(List::stream)
        .toList();
  }
}
