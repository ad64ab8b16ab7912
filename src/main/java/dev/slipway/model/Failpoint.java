package dev.slipway.model;

import java.util.Locale;

/// The places where a crash is worth a test, in the order in which a request meets them.
public enum Failpoint {
  /// A submit is written and not committed.
  BEFORE_SUBMIT,
  /// A submit is durable and not answered.
  AFTER_SUBMIT,
  /// A task is claimed and its handler has not run.
  AFTER_CLAIM,
  /// A handler has written its rows, and they are not committed.
  BEFORE_FINISH,
  /// A task has its verdict and the bell has not rung.
  AFTER_FINISH,
  /// A resource is leased and has not been observed.
  AFTER_LEASE,
  /// An action is chosen and not applied.
  BEFORE_APPLY,
  /// An action is applied and not looked at.
  AFTER_APPLY,
  /// A status is decided and not written.
  BEFORE_SETTLE,
  /// A status is written.
  AFTER_SETTLE,
  /// The world is clean and the row still there.
  BEFORE_FORGET,
  /// The row is gone.
  AFTER_FORGET,
  /// A Redis has its folder and files and is not started.
  BEFORE_EXEC,
  /// A Redis is started and its state file is not written.
  AFTER_EXEC,
  /// A Redis has answered and nobody was told.
  AFTER_PONG,
  /// The Redis that is to take writes has all of them, nobody else takes any, and it was not told.
  BEFORE_PROMOTION,
  /// It was told to take writes and to let clients in, and the other one does not follow it yet.
  AFTER_PROMOTION;

  /// The name for the command line, such as `after-exec`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
