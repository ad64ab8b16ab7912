package dev.slipway.proof.simulation;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The machine outside of the program: folders, processes and ports. It outlives every crash.
final class World {
  /// Until the end of a process is noticed (architecture 8: EOF after 1.6 ms).
  private static final Duration END_NOTICED = Duration.ofMillis(2);

  /// Until two PINGs are missed (architecture 8).
  private static final Duration SILENCE_NOTICED = Duration.ofSeconds(3);

  private final VirtualClock clock;
  private final Map<Integer, Site> sites = new TreeMap<>();
  private final Map<Integer, String> strangers = new TreeMap<>();
  private IntConsumer suspicion = _ -> {};
  private int started;

  World(VirtualClock clock) {
    this.clock = clock;
  }

  /// Who is told when a process ends or falls silent; replaces the one before.
  void onSuspicion(IntConsumer look) {
    suspicion = look;
  }

  /// Nobody listens any more, and what was cut short was counted by nobody.
  void programEnded() {
    onSuspicion(_ -> {});
    sites.values().forEach(site -> site.applied = null);
  }

  /// The place of a database, empty if nothing was ever there.
  Site site(int id) {
    return sites.computeIfAbsent(id, Site::new);
  }

  /// All places where something is.
  Collection<Site> used() {
    return sites.values().stream().filter(Site::exists).toList();
  }

  /// All places with a process.
  List<Site> running() {
    return sites.values().stream().filter(site -> site.redis != null).toList();
  }

  /// Who has a port, other than this database.
  @Nullable String holder(int port, int exceptId) {
    String stranger = strangers.get(port);
    if (stranger != null) {
      return stranger;
    }
    return running().stream()
        .filter(site -> site.id != exceptId && site.redis != null && site.redis.port == port)
        .map(site -> "redis-server of database " + site.id)
        .findFirst()
        .orElse(null);
  }

  /// Whether another program has this port.
  boolean stranger(int port) {
    return strangers.containsKey(port);
  }

  /// A name for a process that was never used before.
  String nextRunId() {
    return "run-" + ++started;
  }

  /// A process dies.
  void kill(Site site) {
    site.die(clock.instant());
    suspect(site, END_NOTICED);
  }

  /// A process that follows dies.
  void killReplica(Site site) {
    site.replica = null;
    suspect(site, END_NOTICED);
  }

  /// A process stops to answer, for a while.
  void hang(Site site, Duration howLong) {
    Redis redis = site.redis;
    if (redis == null) {
      return;
    }
    redis.hung = true;
    site.brokenAt = clock.instant();
    suspect(site, SILENCE_NOTICED);
    clock.after(howLong, () -> redis.hung = false);
  }

  /// Another program takes a free port.
  boolean steal(int port, String who) {
    return holder(port, -1) == null && strangers.put(port, who) == null;
  }

  /// The other programs end.
  void strangersLeave() {
    strangers.clear();
  }

  private void suspect(Site site, Duration after) {
    clock.after(after, () -> suspicion.accept(site.id));
  }
}
