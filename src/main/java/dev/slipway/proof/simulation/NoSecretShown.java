package dev.slipway.proof.simulation;

import java.util.Objects;
import java.util.stream.Stream;

/// I11: no secret in what is printed of tasks, resources and problems. The files are searched at
/// the end of each seed.
final class NoSecretShown implements Invariant {
  @Override
  public Stream<String> faults(Moment moment) {
    return Stream.concat(
            moment
                .tasks()
                .filter(change -> !change.now().equals(change.before()))
                .map(Object::toString),
            moment
                .resources()
                .filter(change -> !Objects.equals(change.before(), change.now()))
                .map(change -> String.valueOf(change.now())))
        .filter(text -> text.contains(Specs.SECRET_MARK))
        .map(text -> "a secret is shown");
  }
}
