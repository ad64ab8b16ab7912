package dev.slipway.proof.simulation;

import java.util.stream.Stream;

/// I11: no secret in what is printed of tasks, resources and problems. The files are searched at
/// the end of each seed.
final class NoSecretShown implements Invariant {
  @Override
  public Stream<String> faults(Moment moment) {
    return Stream.concat(
            moment.changes().tasks().stream().map(change -> change.now()),
            moment.changes().resources().stream().map(change -> change.now()))
        .map(String::valueOf)
        .filter(text -> text.contains(Specs.SECRET_MARK))
        .map(text -> "a secret is shown");
  }
}
