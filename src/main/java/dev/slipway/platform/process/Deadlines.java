package dev.slipway.platform.process;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channel;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Closes connections whose answer does not come, and ticks for the watches: one daemon thread.
final class Deadlines implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Deadlines.class.getName());
  private final ScheduledThreadPoolExecutor timer;
  private final Duration patience;

  /// @param patience how long one exchange with a Redis may take
  Deadlines(Duration patience) {
    this.patience = patience;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("redis-deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  /// Closes this when the patience is over, unless the returned future is cancelled before.
  ScheduledFuture<?> closeLate(Channel channel) {
    return closeLate(channel, patience);
  }

  /// The same, for what may take longer.
  ScheduledFuture<?> closeLate(Channel channel, Duration atMost) {
    return timer.schedule(() -> close(channel), atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Runs this every so often until closed. What it throws is logged: the next time may be better.
  void every(Duration period, Runnable work) {
    Runnable safe =
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "databases could not be looked after", e);
          }
        };
    var _ =
        timer.scheduleWithFixedDelay(
            safe, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void close(Channel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a late connection could not be closed", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
