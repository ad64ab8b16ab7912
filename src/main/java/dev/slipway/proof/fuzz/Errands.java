package dev.slipway.proof.fuzz;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;

/// The tasks that were taken on: each must end within a minute, and none for a reason that only the
/// server's log knows.
final class Errands {
  private static final Duration BOUND = Duration.ofSeconds(60);

  private final Client client;
  private final Findings findings;
  private final Known known;
  private final Deque<String> open = new ArrayDeque<>();
  private int accepted;
  private int completed;
  private int made;

  Errands(Client client, Findings findings, Known known) {
    this.client = client;
    this.findings = findings;
    this.known = known;
  }

  /// A task was taken on.
  void accepted(String task) {
    accepted++;
    open.addLast(task);
  }

  /// How many have not been seen to end.
  int open() {
    return open.size();
  }

  /// Waits until all have ended.
  void await() {
    while (!open.isEmpty()) {
      await(open.removeFirst());
    }
  }

  private void await(String task) {
    long end = System.nanoTime() + BOUND.toNanos();
    JsonNode shown = client.send("GET", "/v1/tasks/" + task).json();
    while (!ended(shown) && System.nanoTime() < end) {
      shown = client.send("GET", "/v1/tasks/" + task).json();
    }
    if (!ended(shown)) {
      findings.found("a task has not ended after %s: %s".formatted(BOUND, shown));
    }
    String error = shown.at("/response/error/type").asString("");
    if (error.contains("GENERAL_ERROR")) {
      findings.found("a task failed within: " + shown);
    }
    if (error.isEmpty()) {
      completed++;
      known.learnOf(shown.at("/response/resource"));
      visit(shown);
    }
  }

  /// Looks at what a task has made, as a client would, and where it is listed.
  private void visit(JsonNode task) {
    if (task.path("commandType").asString("").endsWith("CreateRequest")) {
      made++;
      for (JsonNode link : task.path("links")) {
        if (link.path("rel").asString("").equals("resource")) {
          String path = link.path("href").asString("").replaceFirst("^https?://[^/]*", "");
          known.learn(path, client.send("GET", path).json());
        }
      }
    }
  }

  private static boolean ended(JsonNode task) {
    String status = task.path("status").asString("");
    return status.equals("processing-completed") || status.equals("processing-error");
  }

  /// The numbers, in words.
  String told() {
    return "%d tasks taken on, %d completed, %d things made".formatted(accepted, completed, made);
  }
}
