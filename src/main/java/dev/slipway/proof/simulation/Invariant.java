package dev.slipway.proof.simulation;

import java.util.List;
import java.util.stream.Stream;

/// Something that is true after every step (architecture 6). An instance belongs to one seed, since
/// some remember.
interface Invariant {
  /// What is wrong; nothing when it holds.
  Stream<String> faults(Moment moment);

  /// Its number in the architecture and its name, such as `I1 OneAtATime`.
  default String label() {
    return getClass().getSimpleName();
  }

  /// All of them.
  static List<Invariant> all() {
    return List.of(
        new OneAtATime(),
        new InOrder(),
        new OnlyForward(),
        new NothingLost(),
        new ExactlyOnce(),
        new ThreeAtMost(),
        new ActiveMeansServing(),
        new NothingLeft(),
        new WritesSurvive(),
        new TenDays(),
        new NoSecretShown(),
        new Apart(),
        new NoInternalError());
  }
}
