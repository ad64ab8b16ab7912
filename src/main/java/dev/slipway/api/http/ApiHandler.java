package dev.slipway.api.http;

import dev.slipway.model.Caller;
import dev.slipway.model.ProblemType;
import dev.slipway.store.Store;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Serves every path of the API, with and without `/v1`. Safe for use by many threads.
public final class ApiHandler implements Handler {
  private static final HeaderName ACCOUNT_KEY = HeaderNames.create("x-api-key");
  private static final HeaderName USER_KEY = HeaderNames.create("x-api-secret-key");
  private static final byte[] GREETING =
      "Slipway is running. Its API is at /v1 and wants the headers x-api-key and x-api-secret-key.\n"
          .getBytes(StandardCharsets.UTF_8);

  private final Doorkeeper doorkeeper;
  private final RateLimit rate;
  private final RouteTable routes;
  private final Submitter queue;
  private final Responses responses;
  private final Supplier<UUID> ids;

  /// @param queue takes the commands that calls stand for
  /// @param requestsPerMinute what each account key may do
  /// @param nanos measures that minute, as `System.nanoTime` does
  /// @param ids names requests
  public ApiHandler(
      List<Operation> operations,
      Submitter queue,
      long requestsPerMinute,
      LongSupplier nanos,
      Store store,
      InstantSource time,
      Supplier<UUID> ids) {
    this.doorkeeper = new Doorkeeper(store);
    this.rate = new RateLimit(requestsPerMinute, nanos);
    this.routes = new RouteTable(operations);
    this.queue = queue;
    this.responses = new Responses(time);
    this.ids = ids;
  }

  /// Answers a target in absolute form as if it had come as its path alone.
  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    AbsoluteForm.of(request.prologue().uriPath().rawPath())
        .ifPresentOrElse(target -> response.reroute(target.path()), () -> serve(request, response));
  }

  private void serve(ServerRequest request, ServerResponse response) {
    if (isBrowserAtTheDoor(request)) {
      boolean head = request.prologue().method().equals(Method.HEAD);
      response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
      Responses.write(response, head, GREETING);
      return;
    }
    var exchange = new Exchange(request, ids.get().toString());
    Answer answer;
    try {
      answer = exchange.answer();
    } catch (RuntimeException e) {
      answer = responses.failure(e, request, exchange.requestId);
    }
    responses.send(request, response, answer, exchange.requestId, exchange.remaining);
  }

  private static boolean isBrowserAtTheDoor(ServerRequest request) {
    var method = request.prologue().method();
    return (method.equals(Method.GET) || method.equals(Method.HEAD))
        && request.prologue().uriPath().rawPath().equals("/")
        && !request.headers().contains(ACCOUNT_KEY)
        && !request.headers().contains(USER_KEY)
        && request.headers().all(HeaderNames.ACCEPT, List::of).stream()
            .anyMatch(accepted -> accepted.contains("text/html"));
  }

  /// One request on its way in.
  private final class Exchange {
    private final ServerRequest request;
    private final String requestId;
    private long remaining = rate.perMinute();

    Exchange(ServerRequest request, String requestId) {
      this.request = request;
      this.requestId = requestId;
    }

    Answer answer() {
      Caller caller = doorkeeper.admit(header(ACCOUNT_KEY), header(USER_KEY), source());
      remaining = 0;
      remaining = rate.count(caller.account().id());
      var path = RequestPath.of(request.prologue().uriPath().rawPath(), request.query().rawValue());
      requireServed(path);
      var match = routes.match(request.prologue().method().text(), path);
      requireRole(caller, match.operation());
      return match.operation().action().answer(call(caller, path, match), queue);
    }

    private Call call(Caller caller, RequestPath path, RouteTable.Match match) {
      String method = match.operation().method();
      return new Call(
          caller,
          method,
          path.canonical(),
          (request.isSecure() ? "https://" : "http://") + request.authority(),
          source().getHostAddress(),
          match.parameters(),
          path.query(),
          name -> header(HeaderNames.createFromLowercase(name)),
          method.equals("GET") ? new byte[0] : Body.read(request));
    }

    private Optional<String> header(HeaderName name) {
      return request.headers().first(name);
    }

    private InetAddress source() {
      return ((InetSocketAddress) request.remotePeer().address()).getAddress();
    }
  }

  private static void requireServed(RequestPath path) {
    if (!path.segments().isEmpty() && path.segments().getFirst().equals("fixed")) {
      throw Refusal.of(
          403, "Fixed and free plans have no REST API; this server has flexible and annual ones.");
    }
  }

  private static void requireRole(Caller caller, Operation operation) {
    if (!operation.access().allows(caller.role())) {
      throw Refusal.of(
          ProblemType.USER_INSUFFICIENT_ROLE,
          "the role " + caller.role().wire() + " may not call " + operation.id() + ".");
    }
  }
}
