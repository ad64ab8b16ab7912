package dev.slipway.platform;

import dev.slipway.model.Problem;
import dev.slipway.model.Trouble;

/// The world did not do what was asked.
public final class PlatformException extends Exception {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;
  private final boolean lasting;

  /// With what the user is told.
  ///
  /// @param lasting whether another try cannot help
  public PlatformException(Problem problem, boolean lasting) {
    super(problem.description());
    this.problem = problem;
    this.lasting = lasting;
  }

  /// As the reconciler keeps it.
  public Trouble trouble() {
    return new Trouble(problem, lasting);
  }
}
