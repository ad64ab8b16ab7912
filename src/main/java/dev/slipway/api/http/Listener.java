package dev.slipway.api.http;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ErrorHandling;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/// How the web server must be set up for the API: its limits, and the error frame also for what it
/// refuses itself before any handler is asked.
public final class Listener {
  /// 16 KiB (architecture 5b).
  static final int MOST_HEADER_BYTES = 16 << 10;

  /// Each costs a thread and some buffers; more wait to be accepted.
  private static final int MOST_CONNECTIONS = 4_096;

  private static final Duration ARRIVAL = Duration.ofSeconds(10);

  private final Set<String> hosts;
  private final InstantSource time;
  private final Arrivals arrivals;

  /// @param hosts names and addresses that the server goes by, besides the loopback ones
  public Listener(Set<String> hosts, InstantSource time) {
    this(hosts, time, ARRIVAL);
  }

  /// @param arrival how long a request may take to arrive
  Listener(Set<String> hosts, InstantSource time, Duration arrival) {
    this.hosts = hosts;
    this.time = time;
    this.arrivals = new Arrivals(arrival, time);
  }

  /// Sets a server up.
  public WebServerConfig.Builder configure(WebServerConfig.Builder server) {
    var handlers = DirectHandlers.builder();
    for (EventType event : EventType.values()) {
      handlers.addHandler(event, new EarlyRefusal(time));
    }
    return server
        .addProtocol(
            Http1Config.builder()
                .maxHeadersSize(MOST_HEADER_BYTES)
                .maxPrologueLength(MOST_HEADER_BYTES)
                .addReceiveListener(arrivals)
                .build())
        // With a choice of protocols, Helidon 4.5.0 closes without a word where none fits.
        .protocolsDiscoverServices(false)
        .maxTcpConnections(MOST_CONNECTIONS)
        // An answer of several segments, such as a list, would wait 40 ms for the client's receipt.
        .connectionOptions(options -> options.tcpNoDelay(true))
        .errorHandling(ErrorHandling.builder().includeEntity(true).build())
        .directHandlers(handlers.build());
  }

  /// Routes to be filled, which keep what the server promises and are for its own names alone.
  public HttpRouting.Builder routing() {
    GlobalServiceRegistry.registry(Listener::withoutDiscovery);
    return HttpRouting.builder()
        .addFilter(this::arrive)
        .addFilter(Listener::closeWherePromised)
        .addFilter(new Hosts(hosts, new Responses(time)));
  }

  /// All that the server consists of is named in code. Searching the class path for more took a
  /// third of a start's work.
  private static ServiceRegistry withoutDiscovery() {
    ServiceRegistryConfig nothing =
        ServiceRegistryConfig.builder()
            .discoverServices(false)
            .discoverServicesFromServiceLoader(false)
            .build();
    return ServiceRegistryManager.create(nothing).registry();
  }

  private void arrive(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    if (hasBody(request)) {
      request.streamFilter(arrivals::body);
    } else {
      arrivals.end();
    }
    try {
      chain.proceed();
    } finally {
      arrivals.answered();
    }
  }

  /// From the headers alone: Helidon 4.5.0 takes no filter any more once it was asked for the body.
  private static boolean hasBody(RoutingRequest request) {
    return request.headers().contains(HeaderNames.TRANSFER_ENCODING)
        || request.headers().contentLength().orElse(0) > 0;
  }

  /// Helidon 4.5.0 answers `Connection: close` and then waits for another request; a client that
  /// reads to the end would wait as long.
  private static void closeWherePromised(
      FilterChain chain, RoutingRequest request, RoutingResponse response) {
    chain.proceed();
    if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)
        || response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
      throw new CloseConnectionException("it was promised");
    }
  }
}
