package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// What happens to the world by itself: processes die and hang, ports are stolen, settings drift,
/// and clients write.
final class WorldFaults {
  private static final Duration LONGEST_HANG = Duration.ofSeconds(20);
  private static final Duration LONGEST_FULL = Duration.ofSeconds(5);
  private final World world;
  private final Weather weather;
  private final InstantSource clock;
  private final Chance chance;
  private final Trace trace;

  WorldFaults(Host host) {
    this.world = host.world;
    this.weather = host.weather;
    this.clock = host.clock;
    this.chance = host.chance;
    this.trace = host.trace;
  }

  /// One of them.
  void happen(Rows rows) {
    if (chance.oneIn(4)) {
      steal(rows);
      return;
    }
    if (chance.oneIn(10)) {
      fillStore();
      return;
    }
    List<Site> running = world.running();
    if (running.isEmpty()) {
      return;
    }
    Site site = chance.of(running);
    switch (chance.below(5)) {
      case 0 -> kill(site);
      case 1 -> hang(site);
      case 2 -> drift(site);
      case 3 -> killReplica(site);
      default -> site.write();
    }
  }

  private void fillStore() {
    Duration howLong = chance.upTo(LONGEST_FULL);
    trace.add(() -> "the disk of the store is full for " + howLong);
    weather.fillStore(clock.instant().plus(howLong));
  }

  private void kill(Site site) {
    trace.add(() -> "the Redis of database " + site.id + " dies");
    world.kill(site);
  }

  private void killReplica(Site site) {
    if (site.replica != null) {
      trace.add(() -> "the replica of database " + site.id + " dies");
      world.killReplica(site);
    }
  }

  private void hang(Site site) {
    trace.add(() -> "the Redis of database " + site.id + " hangs");
    world.hang(site, chance.upTo(LONGEST_HANG));
  }

  private void drift(Site site) {
    Redis redis = site.redis;
    if (redis != null) {
      trace.add(() -> "somebody changes the settings of database " + site.id);
      Settings is = redis.settings;
      boolean memory = chance.oneIn(2);
      redis.settings =
          new Settings(
              is.maxMemory() + (memory ? 1 : 0),
              is.eviction(),
              is.appendOnly(),
              is.appendFsync(),
              is.save(),
              is.passwordHash(),
              memory ? is.users() : "",
              is.endpoint());
    }
  }

  /// The port of a database that does not run, mostly.
  private void steal(Rows rows) {
    List<Integer> free =
        rows.databases()
            .filter(database -> world.site(database.id()).redis == null)
            .map(Resource::spec)
            .map(DatabaseSpec::port)
            .toList();
    int port = free.isEmpty() ? chance.between(Host.FIRST_PORT, Host.LAST_PORT) : chance.of(free);
    if (world.steal(port, "a stranger")) {
      trace.add(() -> "a stranger takes port " + port);
    }
  }
}
