package dev.slipway.platform.process;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// One held connection.
final class Watch implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Watch.class.getName());
  private static final List<List<String>> PING = List.of(List.of("PING"));
  private static final int MOST_UNANSWERED = 2;
  private static final int BEATS_TO_SUSPICION = 3;

  private final RedisConnection connection;
  private final Runnable suspicion;
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger silentBeats = new AtomicInteger();

  /// @param suspicion called when answers stay out, and again when they come back
  Watch(RedisConnection connection, Runnable suspicion) {
    this.connection = connection;
    this.suspicion = suspicion;
  }

  /// Called each second: sends a PING, unless two are without answer.
  void beat() {
    if (unanswered.get() > 0 && silentBeats.incrementAndGet() == BEATS_TO_SUSPICION) {
      suspicion.run();
    }
    if (unanswered.get() < MOST_UNANSWERED) {
      unanswered.incrementAndGet();
      ping();
    }
  }

  /// Takes answers until the connection ends.
  void listen() {
    try {
      while (true) {
        connection.read();
        unanswered.decrementAndGet();
        if (silentBeats.getAndSet(0) >= BEATS_TO_SUSPICION) {
          suspicion.run();
        }
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a watched connection ended", e);
      close();
    }
  }

  private void ping() {
    try {
      connection.send(PING);
    } catch (IOException e) {
      // The reading thread sees the same end and asks for the look.
      LOG.log(Level.DEBUG, "a watched connection took no PING", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a watched connection could not be closed", e);
    }
  }
}
