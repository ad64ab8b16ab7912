package dev.slipway;

import java.util.stream.Stream;

/// A reason not to start, or not to run a subcommand, that the user can mend. Its lines are what
/// the user reads, one for each thing to mend; the program prints them and exits with 2.
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String text;

  /// @param text what is wrong and what to do, in the user's words, a line for each
  public CannotStart(String text) {
    super(text);
    this.text = text;
  }

  /// The same, with what the machine said.
  public CannotStart(String text, Throwable cause) {
    super(text, cause);
    this.text = text;
  }

  /// What to print.
  public Stream<String> lines() {
    return text.lines();
  }
}
