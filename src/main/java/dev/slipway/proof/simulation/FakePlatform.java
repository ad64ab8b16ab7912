package dev.slipway.proof.simulation;

import dev.slipway.model.Facts;
import dev.slipway.model.Failpoint;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Settings;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Observed.Replica;
import dev.slipway.platform.Platform;
import dev.slipway.platform.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// One program's view of the made-up world.
final class FakePlatform implements Platform {
  private final World world;
  private final VirtualClock clock;
  private final Weather weather;
  private final Failpoints failpoints;
  private final Marks marks;
  private final Trace trace;
  private final Consumer<Duration> meanwhile;
  private final Succession succession;

  /// @param meanwhile lets time pass while the world is slow, with whatever else happens then
  FakePlatform(
      World world,
      VirtualClock clock,
      Weather weather,
      Failpoints failpoints,
      Marks marks,
      Trace trace,
      Consumer<Duration> meanwhile) {
    this.world = world;
    this.clock = clock;
    this.weather = weather;
    this.failpoints = failpoints;
    this.marks = marks;
    this.trace = trace;
    this.meanwhile = meanwhile;
    this.succession = new Succession(world, clock, weather, marks, failpoints, meanwhile);
  }

  @Override
  public void onSuspicion(IntConsumer look) {
    world.onSuspicion(look);
  }

  @Override
  public Observed observe(int databaseId, Wanted wanted) throws PlatformException {
    Site site = world.site(databaseId);
    site.looks++;
    if (weather.looksFail()) {
      site.lookFailedAt = clock.instant();
      throw new PlatformException(problem("The control socket cannot be opened just now."), false);
    }
    boolean over = !site.leads(wanted.spec().epoch());
    site.askedFor = wanted.spec().epoch();
    Redis redis = over ? null : site.answering(clock.instant());
    Observed seen =
        new Observed(
            over ? succession.lifeOfHeir(site) : life(site, wanted),
            site.folder,
            world.holder(wanted.spec().port(), databaseId),
            redis == null ? null : redis.shown(),
            over ? succession.stateOfLeader(site, wanted.spec()) : replica(site, wanted),
            redis == null ? null : facts(redis));
    site.look(seen);
    trace.add(() -> "  database " + databaseId + " is seen " + seen.process());
    meanwhile.accept(Duration.ZERO);
    return seen;
  }

  private static Facts facts(Redis redis) {
    var admitted = new Facts.Admitted(redis.settings.users(), Map.of());
    return new Facts("redis 7.0.15", redis.writes, redis.runId, admitted);
  }

  private static Replica replica(Site site, Wanted wanted) {
    Redis replica = site.replica;
    if (replica == null) {
      return site.secondFolder ? Replica.DEAD : Replica.NONE;
    }
    if (replica.stray || !replica.settings.equals(Settings.wantedBy(wanted))) {
      return Replica.STRAY;
    }
    if (!replica.whole) {
      return Replica.SYNCING;
    }
    return site.redis == null ? Replica.BEREFT : Replica.FOLLOWING;
  }

  private Life life(Site site, Wanted wanted) {
    Redis redis = site.redis;
    if (redis == null) {
      return Life.DEAD;
    }
    if (redis.hung) {
      return Life.SILENT;
    }
    if (!redis.answers(clock.instant())) {
      return Life.LOADING;
    }
    return site.serves(wanted.spec(), clock.instant()) ? Life.SERVING : Life.UNREACHABLE;
  }

  @Override
  public boolean ended(int databaseId) {
    Site site = world.site(databaseId);
    Redis asked = site.leads(site.askedFor) ? site.redis : site.replica;
    return site.folder && asked == null && !weather.looksFail();
  }

  @Override
  public boolean free(int port) {
    return world.holder(port, -1) == null || weather.looksFail();
  }

  @Override
  public void apply(Action action, int databaseId, Wanted wanted) throws PlatformException {
    Site site = world.site(databaseId);
    Instant began = clock.instant();
    site.acting = true;
    try {
      meanwhile.accept(weather.actionTime());
      act(action, site, wanted);
    } finally {
      site.acting = false;
      site.acted(action, wanted, began, clock.instant());
    }
  }

  private void act(Action action, Site site, Wanted wanted) throws PlatformException {
    marks.did(action);
    trace.add(() -> "  " + action + " of database " + site.id);
    switch (action) {
      case START -> start(site, wanted);
      case CONFIGURE -> configure(site, wanted);
      case FLUSH -> throw new AssertionError("no simulated program flushes");
      case FOLLOW -> follow(site, wanted);
      case UNFOLLOW -> {
        site.replica = null;
        site.secondFolder = false;
      }
      case STOP -> stop(site);
      case ERASE -> site.erase();
    }
  }

  private void start(Site site, Wanted wanted) throws PlatformException {
    boolean over = !site.leads(wanted.spec().epoch());
    if ((over ? site.replica : site.redis) != null) {
      return;
    }
    weather.beforeAction(site.id);
    if (over) {
      demandClosed(site.redis);
      site.promote(wanted.spec().epoch());
    }
    site.folder = true;
    failpoints.hit(Failpoint.BEFORE_EXEC);
    demandPort(wanted.spec().port(), site.id);
    site.start(
        new Redis(
            world.nextRunId(),
            wanted.spec().port(),
            Settings.wantedBy(wanted),
            clock.instant().plus(weather.loadingTime()),
            site.onDisk));
    failpoints.hit(Failpoint.AFTER_EXEC);
    if (weather.endsAtOnce()) {
      world.kill(site);
      return;
    }
    meanwhile.accept(Duration.ofMillis(9));
    failpoints.hit(Failpoint.AFTER_PONG);
  }

  private void configure(Site site, Wanted wanted) throws PlatformException {
    boolean over = !site.leads(wanted.spec().epoch());
    Redis redis = over ? site.replica : site.answering(clock.instant());
    if (redis == null) {
      throw new PlatformException(problem("Redis does not answer."), false);
    }
    weather.beforeAction(site.id);
    demandPort(wanted.spec().port(), site.id);
    if (weather.changesNothing()) {
      return;
    }
    if (over) {
      succession.takePlace(site, wanted.spec());
    }
    redis.port = wanted.spec().port();
    Settings settings = Settings.wantedBy(wanted);
    if (!redis.settings.users().equals(settings.users())) {
      marks.add(Mark.USERS_CHANGED);
    }
    site.set(settings);
  }

  private void follow(Site site, Wanted wanted) throws PlatformException {
    weather.beforeAction(site.id);
    site.secondFolder = true;
    Redis replica = site.replica;
    if (replica == null) {
      replica = new Redis(world.nextRunId(), 0, Settings.wantedBy(wanted), clock.instant(), 0);
      site.replica = replica;
    }
    if (!replica.answers(clock.instant())) {
      throw new PlatformException(problem("The replica does not answer."), false);
    }
    replica.settings = Settings.wantedBy(wanted);
    site.copy();
  }

  private void stop(Site site) {
    site.replica = null;
    if (site.redis != null) {
      site.stopped = site.redis.runId;
      world.kill(site);
    }
  }

  private static void demandClosed(@Nullable Redis leader) throws PlatformException {
    if (leader != null && leader.port != 0) {
      throw new PlatformException(problem("Its port is held by its other Redis."), false);
    }
  }

  private void demandPort(int port, int databaseId) throws PlatformException {
    @Nullable String holder = world.holder(port, databaseId);
    if (holder != null) {
      throw new PlatformException(problem("Port " + port + " is held by " + holder + "."), false);
    }
  }

  private static Problem problem(String description) {
    return new Problem(ProblemType.PROVISION_FAILURE, description);
  }
}
