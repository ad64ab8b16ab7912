package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Failpoint;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Observed.Replica;
import dev.slipway.platform.PlatformException;
import java.time.Duration;
import java.util.function.Consumer;

/// What the made-up world shows and does where the row says that the other process of a database
/// takes writes, and it does not yet.
///
/// @param meanwhile lets time pass, with whatever else happens then
record Succession(
    World world,
    VirtualClock clock,
    Weather weather,
    Marks marks,
    Failpoints failpoints,
    Consumer<Duration> meanwhile) {
  /// Of the process that is to take writes.
  Life lifeOfHeir(Site site) {
    Redis heir = site.replica;
    if (heir == null) {
      return Life.DEAD;
    }
    if (!heir.answers(clock.instant())) {
      return Life.SILENT;
    }
    return heir.whole ? Life.SUCCEEDING : Life.INCOMPLETE;
  }

  /// Of the process that takes them.
  Replica stateOfLeader(Site site, DatabaseSpec wanted) {
    if (site.redis == null) {
      return Replica.DEAD;
    }
    Redis leader = site.answering(clock.instant());
    return leader != null && leader.port == wanted.port() ? Replica.LEADING : Replica.STRAY;
  }

  /// The heir takes writes, and the other one is closed to clients before.
  ///
  /// @throws PlatformException when it does not; then the leader still does, if it lives
  void takePlace(Site site, DatabaseSpec wanted) throws PlatformException {
    if (site.redis != null) {
      close(site, wanted);
    } else {
      demandWhole(site);
    }
    if (site.redis != null) {
      marks.add(Mark.HANDED_OVER);
    }
    failpoints.hit(Failpoint.BEFORE_PROMOTION);
    site.promote(wanted.epoch());
    failpoints.hit(Failpoint.AFTER_PROMOTION);
    if (world.holder(wanted.port(), site.id) != null) {
      throw trouble("The port was taken.");
    }
    site.open(wanted.port());
  }

  private void close(Site site, DatabaseSpec wanted) throws PlatformException {
    Redis leader = site.answering(clock.instant());
    if (leader == null) {
      throw trouble("The Redis that takes writes does not answer.");
    }
    demandWhole(site);
    leader.port = 0;
    meanwhile.accept(weather.actionTime());
    if (site.replica == null || weather.fallsBehind()) {
      site.open(wanted.port());
      throw trouble("The Redis that is to take over does not get all writes.");
    }
  }

  private void demandWhole(Site site) throws PlatformException {
    if (lifeOfHeir(site) != Life.SUCCEEDING) {
      throw trouble("The Redis that is to take over has not all writes.");
    }
  }

  private static PlatformException trouble(String description) {
    return new PlatformException(new Problem(ProblemType.PROVISION_FAILURE, description), false);
  }
}
