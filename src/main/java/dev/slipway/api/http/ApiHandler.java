package dev.slipway.api.http;

import dev.slipway.model.Caller;
import dev.slipway.store.Store;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Serves the operations behind one door, with and without `/v1` before their paths. Safe for use
/// by many threads.
public final class ApiHandler implements Handler {
  private static final byte[] GREETING =
      "Slipway is running. Its API is at /v1 and wants the headers x-api-key and x-api-secret-key.\n"
          .getBytes(StandardCharsets.UTF_8);

  private final Door door;
  private final Sources sources;
  private final RouteTable routes;
  private final Submitter queue;
  private final Responses responses;
  private final Supplier<UUID> ids;

  /// The API itself.
  ///
  /// @param queue takes the commands that calls stand for
  /// @param requestsPerMinute what each account key may do
  /// @param nanos measures that minute, as `System.nanoTime` does
  /// @param sources tells where a request comes from
  /// @param ids names requests
  public ApiHandler(
      List<Operation> operations,
      Submitter queue,
      Sources sources,
      long requestsPerMinute,
      LongSupplier nanos,
      Store store,
      InstantSource time,
      Supplier<UUID> ids) {
    this(operations, queue, new KeyDoor(store, requestsPerMinute, nanos), sources, time, ids);
  }

  /// Another side of the server, behind a door of its own.
  ///
  /// @param queue takes the commands that calls stand for
  /// @param sources tells where a request comes from
  /// @param ids names requests
  public ApiHandler(
      List<Operation> operations,
      Submitter queue,
      Door door,
      Sources sources,
      InstantSource time,
      Supplier<UUID> ids) {
    this.door = door;
    this.sources = sources;
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
    responses.send(request, response, answer, exchange.requestId, exchange.visit.headers());
  }

  private static boolean isBrowserAtTheDoor(ServerRequest request) {
    var method = request.prologue().method();
    return (method.equals(Method.GET) || method.equals(Method.HEAD))
        && request.prologue().uriPath().rawPath().equals("/")
        && !request.headers().contains(KeyDoor.ACCOUNT_KEY)
        && !request.headers().contains(KeyDoor.USER_KEY)
        && request.headers().all(HeaderNames.ACCEPT, List::of).stream()
            .anyMatch(accepted -> accepted.contains("text/html"));
  }

  /// One request on its way in.
  private final class Exchange {
    private final ServerRequest request;
    private final String requestId;
    private final Door.Visit visit;

    Exchange(ServerRequest request, String requestId) {
      this.request = request;
      this.requestId = requestId;
      this.visit = door.visit(request);
    }

    Answer answer() {
      InetAddress source = sources.of(request);
      Caller caller = visit.admit(source);
      var path = RequestPath.of(request.prologue().uriPath().rawPath(), request.query().rawValue());
      requireServed(path);
      var match = routes.match(request.prologue().method().text(), path);
      visit.allow(match.operation());
      return match.operation().action().answer(call(caller, source, path, match), queue);
    }

    private Call call(
        @Nullable Caller caller, InetAddress source, RequestPath path, RouteTable.Match match) {
      String method = match.operation().method();
      return new Call(
          caller,
          method,
          path.canonical(),
          sources.scheme(request) + "://" + request.authority(),
          source.getHostAddress(),
          match.parameters(),
          path.query(),
          name -> header(HeaderNames.createFromLowercase(name)),
          method.equals("GET") ? new byte[0] : Body.read(request));
    }

    private Optional<String> header(HeaderName name) {
      return request.headers().first(name);
    }
  }

  private static void requireServed(RequestPath path) {
    if (!path.segments().isEmpty() && path.segments().getFirst().equals("fixed")) {
      throw Refusal.of(
          403, "Fixed and free plans have no REST API; this server has flexible and annual ones.");
    }
  }
}
