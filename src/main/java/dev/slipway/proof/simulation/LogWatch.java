package dev.slipway.proof.simulation;

import dev.slipway.task.TaskWorker;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Reads all that the program logs while seeds run, and prints it nowhere. A seed fails where it
/// logs a secret (I11), or an exception that a loop has survived: it is a fault of the code, except
/// that a task's own is for {@link NoInternalError} to find.
final class LogWatch extends Handler implements AutoCloseable {
  private static final String TASKS = TaskWorker.class.getName();

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
      throw new Violation("I11 NoSecretShown: a secret is logged").undeclared();
    }
    if (record.getThrown() != null && !TASKS.equals(record.getLoggerName())) {
      throw new Violation("the code threw " + record.getThrown()).undeclared();
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
