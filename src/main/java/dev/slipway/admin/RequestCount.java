package dev.slipway.admin;

import dev.slipway.model.Counts;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Counts requests by the side that answers them, which is `api`, or what its path has behind
/// `/_slipway/`, and by the class of the answer, such as `2xx`.
///
/// @param nanos measures how long they take, as `System.nanoTime` does
public record RequestCount(Counts counts, LongSupplier nanos) implements Filter {
  private static final String OWN = "/_slipway/";
  private static final int CLASS = 100;

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    long begin = nanos.getAsLong();
    try {
      chain.proceed();
    } finally {
      counts
          .requests()
          .add(
              new Counts.Deed(
                  side(request.prologue().uriPath().rawPath()),
                  response.status().code() / CLASS + "xx"),
              Duration.ofNanos(nanos.getAsLong() - begin));
    }
  }

  /// There are few, whatever clients ask for.
  private static String side(String path) {
    if (!path.startsWith(OWN)) {
      return "api";
    }
    String rest = path.substring(OWN.length());
    return rest.startsWith("health") ? "health" : rest.startsWith("metrics") ? "metrics" : "admin";
  }
}
