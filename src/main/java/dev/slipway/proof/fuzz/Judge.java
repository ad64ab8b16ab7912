package dev.slipway.proof.fuzz;

import dev.slipway.proof.fuzz.Description.Described;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Holds answers against the description.
///
/// A 503 is allowed where it is described and says when to come back, as a full disk or a stalled
/// store makes it; any other 5xx is a bug. What the web server refuses before the API is asked
/// closes the connection and has the error frame, but no request id.
final class Judge {
  /// How late the answer to any request may be.
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private static final Set<Integer> LATER = Set.of(429, 503);
  private static final Set<Integer> OF_NO_HTTP = Set.of(400, 408, 414, 415, 417, 421, 431, 505);
  private static final Set<Integer> OF_NO_OPERATION = Set.of(400, 403, 404, 405, 413, 415, 429);

  private final Description description;
  private final Schemas schemas;

  Judge(Description description) {
    this.description = description;
    this.schemas = new Schemas(description);
  }

  /// Everything that is not as described.
  List<String> complaints(Probe probe, Answer answer) {
    List<String> complaints = new ArrayList<>();
    int status = answer.status();
    if (answer.took().compareTo(DEADLINE) > 0) {
      complaints.add("it took longer than " + DEADLINE.toSeconds() + " s");
    }
    if (status >= 500 && status != 503 && !(status == 505 && probe.odd())) {
      complaints.add("the server failed");
    }
    if (LATER.contains(status) && !answer.header("retry-after").matches("[1-9][0-9]*")) {
      complaints.add("it does not say when to come back");
    }
    boolean early = probe.odd() && answer.closes() && OF_NO_HTTP.contains(status);
    if (!early) {
      headers(answer, complaints);
    }
    body(probe, answer, early, complaints);
    return complaints;
  }

  private static void headers(Answer answer, List<String> complaints) {
    for (String name : List.of("x-request-id", "x-rate-limit-remaining")) {
      if (answer.header(name).isEmpty()) {
        complaints.add("it has no " + name);
      }
    }
    if (answer.status() == 202 && answer.header("location").isEmpty()) {
      complaints.add("it has no location");
    }
  }

  private void body(Probe probe, Answer answer, boolean early, List<String> complaints) {
    Request request = probe.request();
    boolean head = request.method().equals("HEAD");
    // The web server takes methods in small letters too, which RFC 9110 leaves to it.
    String method = head ? "GET" : request.method().toUpperCase(Locale.ROOT);
    Optional<Described> operation = description.find(method, Target.segments(request.target()));
    Optional<JsonNode> shape = shape(operation, answer, early, complaints);
    if (head || answer.status() == 304) {
      return;
    }
    if (answer.status() < 300) {
      operation.ifPresent(one -> mustBeWrong(one, request, complaints));
    }
    if (!wellTyped(operation, answer)) {
      complaints.add("its type is " + answer.header("content-type"));
    }
    shape.ifPresent(
        schema ->
            schemas.faults(schema, answer.json()).forEach(fault -> complaints.add("body" + fault)));
    if (answer.status() >= 400 && answer.json().path("status").asInt(0) != answer.status()) {
      complaints.add("its body has another status");
    }
  }

  /// Whether it is written as described: in JSON where nothing is said, and 204 in nothing at all.
  private boolean wellTyped(Optional<Described> operation, Answer answer) {
    String type = answer.header("content-type");
    if (answer.status() == 204) {
      return type.isEmpty() && answer.body().isEmpty();
    }
    JsonNode content =
        operation
            .map(one -> description.answer(one, answer.status()).path("content"))
            .orElseGet(MissingNode::getInstance);
    return content.isEmpty() ? type.equals("application/json") : content.has(type);
  }

  /// What the body must look like; a status that nobody describes is a complaint.
  private Optional<JsonNode> shape(
      Optional<Described> operation, Answer answer, boolean early, List<String> complaints) {
    int status = answer.status();
    if (early) {
      return Optional.of(description.failure());
    }
    if (operation.isEmpty()) {
      if (!OF_NO_OPERATION.contains(status)) {
        complaints.add("nothing is described there, and it answers " + status);
      }
      return Optional.of(description.failure());
    }
    JsonNode described = description.answer(operation.get(), status);
    if (described.isMissingNode()) {
      complaints.add("the status " + status + " is not described");
      return status >= 400 ? Optional.of(description.failure()) : Optional.empty();
    }
    return description.shape(described);
  }

  /// A body that does not fit must not be taken. Null stands for a field that is left out.
  private void mustBeWrong(Described operation, Request request, List<String> complaints) {
    boolean none = request.body().length == 0 && operation.mayTakeNone();
    operation
        .takes()
        .filter(_ -> !none)
        .ifPresent(
            schema -> {
              JsonNode sent = Plain.json(request.body());
              schemas
                  .faults(schema, sent)
                  .forEach(fault -> complaints.add("it took a body in which" + fault));
            });
  }
}
