package dev.slipway.api.http;

import dev.slipway.api.json.Json;
import dev.slipway.api.json.MalformedBody;
import dev.slipway.model.ProblemType;
import dev.slipway.store.StoreUnavailable;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Writes answers, and turns whatever went wrong into the one error frame.
final class Responses {
  private static final System.Logger LOG = System.getLogger(Responses.class.getName());
  private static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");
  private static final Header JSON =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");
  private static final Header FILE =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/octet-stream");
  // Answers hold passwords, and a state that changes by itself.
  private static final Header NO_STORE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

  private final InstantSource time;

  Responses(InstantSource time) {
    this.time = time;
  }

  /// Writes an answer; one to HEAD has no body, and 304 tells a client that it has this one.
  ///
  /// @param more headers besides those of the answer
  void send(
      ServerRequest request,
      ServerResponse response,
      Answer answer,
      String requestId,
      List<Header> more) {
    response.header(HeaderValues.create(REQUEST_ID, requestId));
    more.forEach(response::header);
    write(request, response, answer);
  }

  /// Refuses what no operation is to see.
  void refuse(ServerRequest request, ServerResponse response, Refusal refusal) {
    write(request, response, frame(refusal, request));
  }

  private static void write(ServerRequest request, ServerResponse response, Answer answer) {
    Method method = request.prologue().method();
    byte[] body = bytes(answer.body());
    answer.headers().forEach(response::header);
    response.header(NO_STORE);
    if (answer.status() == 200 && EntityTag.belongsTo(method)) {
      EntityTag tag = EntityTag.of(body);
      response.header(HeaderValues.create(HeaderNames.ETAG, tag.text()));
      if (tag.known(request)) {
        response.status(Status.NOT_MODIFIED_304).send();
        return;
      }
    }
    response.status(ErrorFrame.status(answer.status()));
    if (answer.equals(Answer.NOTHING)) {
      response.send();
      return;
    }
    response.header(type(answer.body()));
    write(response, method.equals(Method.HEAD), body);
  }

  private static Header type(Object body) {
    return switch (body) {
      case Download _ -> FILE;
      case Text text -> HeaderValues.create(HeaderNames.CONTENT_TYPE, text.mediaType());
      default -> JSON;
    };
  }

  private static byte[] bytes(Object body) {
    return switch (body) {
      case Download file -> file.bytes();
      case Text text -> text.bytes();
      default -> Json.bytes(body);
    };
  }

  /// Writes a body; to HEAD its length alone (RFC 9110, 9.3.2), which Helidon leaves to us.
  static void write(ServerResponse response, boolean head, byte[] body) {
    if (head) {
      response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, body.length));
      response.send();
    } else {
      response.send(body);
    }
  }

  /// The frame for whatever stopped a request; what nobody expected is logged here, once.
  Answer failure(RuntimeException failure, ServerRequest request, String requestId) {
    return switch (failure) {
      case Refusal refusal -> frame(refusal, request);
      case MalformedBody body -> frame(Refusal.badBody(body.sentence(), body.faults()), request);
      case StoreUnavailable store ->
          frame(
              Refusal.later(503, String.valueOf(store.getMessage()), Duration.ofSeconds(1)),
              request);
      // The connection itself is broken or holds no HTTP: only the server can answer that.
      case RequestException broken -> throw broken;
      default -> {
        Method method = request.prologue().method();
        LOG.log(Level.ERROR, "request " + requestId + " failed: " + method.text(), failure);
        yield frame(
            Refusal.of(
                ProblemType.GENERAL_ERROR,
                "the server failed; its log has the reason under request " + requestId + "."),
            request);
      }
    };
  }

  private Answer frame(Refusal refusal, ServerRequest request) {
    return new Answer(
        refusal.status(),
        refusal.headers(),
        ErrorFrame.of(
            time.instant(),
            refusal.status(),
            refusal.sentence(),
            request.prologue().uriPath().rawPath(),
            refusal.faults()));
  }
}
