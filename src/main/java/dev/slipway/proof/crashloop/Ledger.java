package dev.slipway.proof.crashloop;

import dev.slipway.model.AccountId;
import dev.slipway.model.TaskId;
import dev.slipway.proof.live.Tenant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What clients were promised and have seen: the other side of every comparison. Safe for use by
/// many threads.
final class Ledger {
  private static final int UNAVAILABLE = 503;

  /// A submit that was answered with 202.
  ///
  /// @param submitter who sent it; each sends one after another
  record Promise(AccountId account, String submitter, TaskId task) {}

  /// How a tenant gets into its database.
  ///
  /// @param replicated whether a second process can take over
  record Endpoint(int port, String password, boolean replicated) {}

  /// One run of a database's Redis.
  ///
  /// @param epoch of the row, which counts how often another one took over
  record Run(int epoch, String id) {
    /// Whether another one has taken over.
    boolean overtaken(Run later) {
      return later.epoch != epoch;
    }

    /// Whether another one runs without having taken over.
    boolean another(Run later) {
      return !overtaken(later) && !later.id.equals(id);
    }
  }

  private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
  private final Queue<Promise> unread = new ConcurrentLinkedQueue<>();
  private final Set<String> findings = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Map<Integer, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final Map<Integer, Long> counts = new ConcurrentHashMap<>();
  private final Map<Integer, Run> runs = new ConcurrentHashMap<>();
  private final Set<Integer> shot = ConcurrentHashMap.newKeySet();
  private volatile boolean full;

  /// A submit was answered.
  void promised(Tenant tenant, String submitter, String task) {
    var promise = new Promise(tenant.id(), submitter, new TaskId(UUID.fromString(task)));
    promises.add(promise);
    unread.add(promise);
  }

  /// Everything that was ever promised to an account, in the order of the answers.
  List<Promise> promises(Tenant tenant) {
    return promises.stream().filter(promise -> promise.account().equals(tenant.id())).toList();
  }

  /// How much was ever promised.
  int promised() {
    return promises.size();
  }

  /// Takes the promises whose tasks have not been read since.
  List<Promise> takeUnread() {
    List<Promise> taken = new ArrayList<>();
    for (Promise next = unread.poll(); next != null; next = unread.poll()) {
      taken.add(next);
    }
    return taken;
  }

  /// Something is not as it was promised.
  void found(String what) {
    findings.add(what);
  }

  /// Everything that was found, each thing once.
  List<String> findings() {
    synchronized (findings) {
      return List.copyOf(findings);
    }
  }

  /// The databases that were active at the last look.
  Map<Integer, Endpoint> endpoints() {
    return endpoints;
  }

  /// A database acknowledged this count, always to the same client, who has it counted up by one
  /// each time. It must be above the last, but for one case that the page on the data plane names:
  /// the first Redis was killed and cannot be started again, so that the second has taken over what
  /// it had.
  void counted(int database, long count) {
    Long before = counts.put(database, count);
    if (before != null && count <= before && !mayHaveLost(database)) {
      found(
          "database %d acknowledged a count of %d and then of %d"
              .formatted(database, before, count));
    }
  }

  private boolean mayHaveLost(int database) {
    Endpoint endpoint = endpoints.get(database);
    return shot.contains(database) && endpoint != null && endpoint.replicated();
  }

  /// The last count that each database has acknowledged.
  Map<Integer, Long> counts() {
    return counts;
  }

  /// The run of each database's Redis at the last look.
  Map<Integer, Run> runs() {
    return runs;
  }

  /// The databases whose Redis was killed since the last look.
  Set<Integer> shot() {
    return shot;
  }

  /// The disk is full from now on. A Redis that promised every write ends when it cannot keep it.
  void diskIsFull() {
    full = true;
    shot.addAll(endpoints.keySet());
  }

  /// Whether a request may have been refused because the disk was full since the last look.
  boolean excused(int status) {
    return full && status == UNAVAILABLE;
  }

  /// Everything has been looked at, and from now on nothing is excused.
  void looked() {
    full = false;
    shot.clear();
  }
}
