package dev.slipway.proof.fuzz;

import dev.slipway.proof.fuzz.Description.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/// Deletes everything that can be listed and deleted, from the deepest path up, round by round:
/// what something else uses goes in a later round.
final class Farewell {
  private static final int ROUNDS = 40;

  /// What is just being made, with its replica, cannot be deleted yet.
  private static final long PAUSE_NANOS = 250_000_000;

  private final Client client;
  private final Description description;
  private final Errands errands;

  Farewell(Client client, Description description, Errands errands) {
    this.client = client;
    this.description = description;
    this.errands = errands;
  }

  /// The paths of all things that could be deleted.
  Set<String> things() {
    Set<String> found = new TreeSet<>((one, other) -> compare(one, other));
    for (Described deletion : deletions()) {
      for (String path : expanded(deletion)) {
        found.add(path);
      }
    }
    return found;
  }

  private static int compare(String one, String other) {
    int deeper = other.split("/").length - one.split("/").length;
    return deeper != 0 ? deeper : one.compareTo(other);
  }

  /// Deletes all but these.
  ///
  /// @return what is left besides them
  Set<String> say(Set<String> keep) {
    errands.await();
    Set<String> left = without(keep);
    for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
      left.forEach(this::delete);
      errands.await();
      LockSupport.parkNanos(PAUSE_NANOS);
      left = without(keep);
    }
    return left;
  }

  private Set<String> without(Set<String> keep) {
    Set<String> things = things();
    things.removeAll(keep);
    return things;
  }

  private void delete(String path) {
    Answer answer = client.send("DELETE", path);
    if (answer.status() == 202) {
      errands.accepted(answer.task());
    }
    if (answer.status() == 429) {
      errands.await();
    }
  }

  /// Operations that delete one of what their path without its end lists.
  private List<Described> deletions() {
    return description.operations().stream()
        .filter(operation -> operation.method().equals("DELETE"))
        .filter(operation -> operation.path().endsWith("}") && lists(above(operation.path())))
        .toList();
  }

  private boolean lists(String path) {
    return description.operations().stream()
        .anyMatch(operation -> operation.method().equals("GET") && operation.path().equals(path));
  }

  private static String above(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private List<String> expanded(Described deletion) {
    List<String> paths = List.of("");
    for (String segment : deletion.segments()) {
      List<String> longer = new ArrayList<>();
      for (String path : paths) {
        if (Described.isParameter(segment)) {
          listed(path).forEach(id -> longer.add(path + "/" + id));
        } else {
          longer.add(path + "/" + segment);
        }
      }
      paths = longer;
    }
    return paths;
  }

  private List<String> listed(String path) {
    Answer answer = client.send("GET", path);
    return answer.status() == 200 ? Known.ids(answer.json()) : List.of();
  }
}
