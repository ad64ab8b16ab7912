package dev.slipway.proof.simulation;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// I11, in the log: while seeds run, all that the program logs is read, and printed nowhere. A seed
/// that logs a secret fails where it does so.
final class LogWatch extends Handler implements AutoCloseable {
  private final Logger program = Logger.getLogger("dev.slipway");

  private LogWatch() {
    setFormatter(new SimpleFormatter());
  }

  static LogWatch begin() {
    LogWatch watch = new LogWatch();
    watch.program.setUseParentHandlers(false);
    watch.program.addHandler(watch);
    return watch;
  }

  @Override
  public void publish(LogRecord record) {
    if (getFormatter().format(record).contains(Specs.SECRET_MARK)) {
      throw new Violation("I11 NoSecretShown: a secret is logged");
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    program.removeHandler(this);
    program.setUseParentHandlers(true);
  }
}
