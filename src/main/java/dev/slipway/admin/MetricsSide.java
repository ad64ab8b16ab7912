package dev.slipway.admin;

import dev.slipway.admin.metrics.DatabaseMetrics;
import dev.slipway.admin.metrics.OwnMetrics;
import dev.slipway.api.http.ApiHandler;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Sources;
import dev.slipway.api.http.Text;
import dev.slipway.api.resource.PrometheusEndpoint;
import dev.slipway.model.Cidr;
import dev.slipway.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What a Prometheus may fetch: of the server by the token of the admin side, and of the databases
/// of a subscription by the keys of its account.
///
/// @param allowed from where the server's own may be asked for
/// @param sources tells where a request comes from
/// @param ids names requests
public record MetricsSide(
    Store store,
    OwnMetrics own,
    DatabaseMetrics databases,
    List<Cidr> allowed,
    Sources sources,
    InstantSource time,
    Supplier<UUID> ids) {
  /// Where {@link #ownHandler} is registered.
  public static final String OWN = "/_slipway/metrics";

  /// Where {@link #databaseHandler} is registered.
  public static final String DATABASES = PrometheusEndpoint.PATH + "*";

  /// What one fetch a second of a hundred subscriptions takes.
  private static final long FETCHES_A_MINUTE = 6_000;

  /// Shows what the server says of itself.
  public ApiHandler ownHandler() {
    var operation =
        Operation.get(OWN, "getMetrics", "Shows the metrics of the server")
            .shows(Text.class, _ -> own.answer());
    return new ApiHandler(
        List.of(operation),
        new AtOnce(),
        new TokenDoor(store, allowed, sources),
        sources,
        time,
        ids);
  }

  /// Shows the databases of one subscription.
  ///
  /// @param nanos measures the minute of the rate, which is not that of the API, as
  ///   `System.nanoTime` does
  public ApiHandler databaseHandler(LongSupplier nanos) {
    var operation =
        Operation.get(
                PrometheusEndpoint.PATH + "{subscriptionId}",
                "getSubscriptionMetrics",
                "Shows the metrics of a subscription's databases")
            .shows(Text.class, databases::of);
    return new ApiHandler(
        List.of(operation), new AtOnce(), sources, FETCHES_A_MINUTE, nanos, store, time, ids);
  }
}
