package dev.slipway.proof.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What a run came to. A finding is told when it is made, and of its kind only the first.
final class Findings {
  private static final int LONGEST = 1_500;

  private final long seed;
  private final Consumer<String> told;
  private final Map<String, Integer> kinds = new LinkedHashMap<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final Set<String> reached = new TreeSet<>();
  private int requests;

  /// @param told of every finding
  Findings(long seed, Consumer<String> told) {
    this.seed = seed;
    this.told = told;
  }

  /// An answer came.
  ///
  /// @param operation that was meant
  void answered(String operation, int status) {
    requests++;
    if (status / 100 == 2) {
      reached.add(operation);
    }
    statuses.merge(status / 100, 1, Integer::sum);
  }

  /// Something is not as described.
  ///
  /// @param about such as the name of an operation; with the complaint, the kind of the finding
  void found(String about, String complaint, Request request, String answer) {
    String kind = about + ": " + complaint.replaceAll("/[0-9]+", "/*");
    if (kinds.merge(kind, 1, Integer::sum) == 1) {
      told.accept(
          "finding: %s (seed %d, request %d)%n  %s%n  %s"
              .formatted(kind, seed, requests, request.curl(), cut(answer)));
    }
  }

  /// Something is not as it should be that comes of no one request.
  void found(String what) {
    if (kinds.merge(what, 1, Integer::sum) == 1) {
      told.accept("finding: %s (seed %d)".formatted(what, seed));
    }
  }

  private static String cut(String answer) {
    return answer.length() > LONGEST ? answer.substring(0, LONGEST) + "..." : answer;
  }

  /// The kinds of what was found.
  List<String> kinds() {
    return List.copyOf(kinds.keySet());
  }

  /// How many answers came, of each hundred of statuses.
  Map<Integer, Integer> statuses() {
    return statuses;
  }

  /// The operations that did once what they are for, or took it on.
  Set<String> reached() {
    return reached;
  }

  /// How many answers came.
  int requests() {
    return requests;
  }
}
