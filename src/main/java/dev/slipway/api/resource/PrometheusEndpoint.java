package dev.slipway.api.resource;

import dev.slipway.api.http.Call;

/// Where the metrics of a subscription's databases are (api-rules 4.13).
public final class PrometheusEndpoint {
  /// Before the number of the subscription.
  public static final String PATH = "/_slipway/metrics/subscriptions/";

  private PrometheusEndpoint() {}

  /// Under the name that the client of this call reaches the server by.
  public static String of(Call call, int subscriptionId) {
    return call.origin() + PATH + subscriptionId;
  }
}
