package dev.slipway.proof.simulation;

import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.platform.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// The faults of the world. How often they come is drawn once a seed; they end when it clears.
final class Weather {
  /// What a database is told that cannot be helped.
  static final String LASTING = "Redis refuses its configuration.";

  private final Chance chance;
  private final Set<Integer> hopeless = new HashSet<>();
  private final Set<Integer> unlucky = new HashSet<>();
  private final Trace trace;
  private Instant storeFullUntil = Instant.MIN;
  private int roughness;

  /// @param roughness 0 for none, otherwise one call in this many meets a fault
  Weather(Chance chance, Trace trace, int roughness) {
    this.trace = trace;
    this.chance = chance;
    this.roughness = roughness;
  }

  /// The disk that holds the store is full until then.
  void fillStore(Instant until) {
    storeFullUntil = until;
  }

  /// Until when writes to the store fail, or failed the last time.
  Instant storeFullUntil() {
    return storeFullUntil;
  }

  /// From now on everything works.
  void clear(Instant now) {
    roughness = 0;
    hopeless.clear();
    unlucky.clear();
    storeFullUntil = storeFullUntil.isAfter(now) ? now : storeFullUntil;
  }

  /// Whether a look fails.
  boolean looksFail() {
    return chance.oneIn(roughness);
  }

  /// Before an action on a database. For some it never works while the weather lasts, and of these
  /// some are told that it never will.
  void beforeAction(int id) throws PlatformException {
    if (hopeless.contains(id) || chance.oneIn(roughness * 4)) {
      hopeless.add(id);
      throw trouble(LASTING, true);
    }
    if (chance.oneIn(roughness * 2)) {
      unlucky.add(id);
    }
    if (unlucky.contains(id) || chance.oneIn(roughness)) {
      throw trouble("The disk is full.", false);
    }
  }

  /// Whether a process says OK to new settings and keeps the old ones.
  boolean changesNothing() {
    return chance.oneIn(roughness * 2);
  }

  /// Whether a process that follows does not get what the other writes.
  boolean fallsBehind() {
    return chance.oneIn(roughness);
  }

  /// Whether a process that was just started ends at once.
  boolean endsAtOnce() {
    return chance.oneIn(roughness * 2);
  }

  /// How long an action takes.
  Duration actionTime() {
    return chance.oneIn(roughness)
        ? chance.upTo(Duration.ofSeconds(8))
        : chance.upTo(Duration.ofMillis(12));
  }

  /// How long a process loads before it answers.
  Duration loadingTime() {
    if (chance.oneIn(8)) {
      return chance.upTo(Duration.ofSeconds(2));
    }
    return chance.oneIn(2) ? Duration.ZERO : chance.upTo(Duration.ofMillis(150));
  }

  private PlatformException trouble(String what, boolean lasting) {
    trace.add(() -> "  trouble: " + what);
    return new PlatformException(new Problem(ProblemType.PROVISION_FAILURE, what), lasting);
  }
}
