package dev.slipway;

import dev.slipway.admin.AdminSide;
import dev.slipway.admin.Health;
import dev.slipway.admin.MetricsSide;
import dev.slipway.admin.Readiness;
import dev.slipway.admin.RequestCount;
import dev.slipway.api.Api;
import dev.slipway.api.http.Listener;
import dev.slipway.model.Counts;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// The address that clients reach the API at.
///
/// @param port the port to listen on; 0 takes a free one
/// @param tls what HTTPS is served with; plain HTTP without
record Web(String host, int port, Optional<SSLContext> tls) {
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

  /// How long the first answers wait until each database has been looked at: a Redis may have died
  /// with the program before, and its row says active. A look at one that hangs takes 2.1 s.
  private static final Duration FIRST_LOOKS = Duration.ofSeconds(3);

  /// What is served.
  ///
  /// @param counts where requests are counted
  record Sides(Api api, AdminSide admin, MetricsSide metrics, Counts counts) {}

  /// Tries the port, so that a start that cannot have it makes nothing.
  ///
  /// @throws CannotStart when the port cannot be had
  void tryPort() {
    addressWithFreePort();
  }

  /// Listens; requests are accepted when this returns.
  ///
  /// @throws CannotStart when the port cannot be had
  WebServer listen(Sides sides, Readiness readiness, InstantSource clock) {
    Api api = sides.api();
    MetricsSide metrics = sides.metrics();
    Listener listener = new Listener(api.hosts(), clock);
    HttpRouting.Builder routing =
        listener
            .routing()
            .addFilter(new RequestCount(sides.counts(), System::nanoTime))
            .register(Health.PATH, new Health(readiness))
            .register("/", api.library())
            .any(AdminSide.PATH, sides.admin().handler())
            .any(MetricsSide.OWN, metrics.ownHandler())
            .any(MetricsSide.DATABASES, metrics.databaseHandler(System::nanoTime))
            .any(
                (_, response) -> {
                  readiness.await(FIRST_LOOKS);
                  response.next();
                })
            .any(api.handler(System::nanoTime));
    InetAddress address = addressWithFreePort();
    WebServerConfig.Builder builder = listener.configure(WebServer.builder());
    tls.ifPresent(context -> builder.tls(Tls.builder().sslContext(context).build()));
    WebServer server =
        builder
            .address(address)
            .port(port)
            .shutdownHook(false)
            .shutdownGracePeriod(LAST_ANSWERS)
            .routing(routing)
            .build()
            .start();
    if (!server.isRunning()) {
      throw portNotFree(new BindException("somebody was faster"));
    }
    return server;
  }

  /// Helidon itself, when it cannot have one, logs that and goes on without.
  private InetAddress addressWithFreePort() {
    try {
      InetAddress address = InetAddress.getByName(host);
      new ServerSocket(port, 0, address).close();
      return address;
    } catch (IOException e) {
      throw portNotFree(e);
    }
  }

  private CannotStart portNotFree(IOException cause) {
    return new CannotStart(
        "port %d of %s cannot be had (%s): end what listens there, or name another with --port or --host"
            .formatted(port, host, cause.getMessage()),
        cause);
  }
}
