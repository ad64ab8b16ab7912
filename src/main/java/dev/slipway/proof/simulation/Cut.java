package dev.slipway.proof.simulation;

import org.jspecify.annotations.Nullable;

/// Ends a program, or the whole seed, from deep inside. It is neither an exception nor an error, so
/// that nothing that the program catches survives it; nor can any of the program's methods declare
/// it.
abstract sealed class Cut extends Throwable permits Crash, Violation {
  private static final long serialVersionUID = 1;

  Cut(@Nullable String message) {
    super(message, null, false, false);
  }

  /// For use as `throw cut.undeclared()`.
  final RuntimeException undeclared() {
    Cut.<RuntimeException>raise(this);
    throw new AssertionError("nothing comes after that", this);
  }

  @SuppressWarnings("unchecked") // the compiler is to believe that it is a T, and nobody asks again
  private static <T extends Throwable> void raise(Throwable cut) throws T {
    throw (T) cut;
  }
}
