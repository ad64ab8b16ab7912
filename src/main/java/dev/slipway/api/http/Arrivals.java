package dev.slipway.api.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Requests of which more must come. One that stops arriving is answered with 408, and its
/// connection closed; Helidon 4.5.0 would wait for the rest without end.
///
/// Each connection has a thread of its own, which this goes by. While something is awaited, one
/// timer looks at all of them: a timer a request would cost as much as the rest of reading it.
final class Arrivals implements Http1ConnectionListener {
  private static final System.Logger LOG = System.getLogger(Arrivals.class.getName());

  /// How often the timer looks while a request may take to arrive.
  private static final int LOOKS = 10;

  private final Map<Thread, Arrival> awaited = new ConcurrentHashMap<>();
  private final AtomicBoolean watching = new AtomicBoolean();
  private final Duration patience;
  private final InstantSource time;

  /// @param answered whether nobody waits any more for the rest, which is read over
  private record Arrival(
      ConnectionContext connection, String path, long deadline, boolean answered) {
    Arrival withAnswer() {
      return new Arrival(connection, path, deadline, true);
    }
  }

  /// @param patience how long a request may take to arrive, from its first line on
  Arrivals(Duration patience, InstantSource time) {
    this.patience = patience;
    this.time = time;
  }

  @Override
  public void prologue(ConnectionContext connection, HttpPrologue prologue) {
    long deadline = System.nanoTime() + patience.toNanos();
    awaited.put(
        Thread.currentThread(),
        new Arrival(connection, prologue.uriPath().rawPath(), deadline, false));
    watch();
  }

  /// The request of this thread is there in full.
  ///
  /// @throws CloseConnectionException when it came too late: it was refused, and must not be
  ///   carried out
  void end() {
    if (awaited.remove(Thread.currentThread()) == null) {
      throw new CloseConnectionException("it was refused when it did not arrive in time");
    }
  }

  /// The request of this thread was answered, perhaps before it was there in full: then what still
  /// comes is read over, and when it does not come, the connection is closed without a word.
  void answered() {
    awaited.computeIfPresent(Thread.currentThread(), (_, arrival) -> arrival.withAnswer());
  }

  /// A body that ends the wait for it at its end.
  InputStream body(InputStream arriving) {
    return new ArrivingBody(arriving);
  }

  private void watch() {
    if (watching.compareAndSet(false, true)) {
      CompletableFuture.delayedExecutor(
              patience.toNanos() / LOOKS, TimeUnit.NANOSECONDS, Thread::startVirtualThread)
          .execute(this::look);
    }
  }

  private void look() {
    long now = System.nanoTime();
    awaited.forEach(
        (thread, arrival) -> {
          if (now - arrival.deadline() > 0 && awaited.remove(thread, arrival)) {
            Thread.startVirtualThread(() -> refuse(arrival));
          }
        });
    watching.set(false);
    if (!awaited.isEmpty()) {
      watch();
    }
  }

  private void refuse(Arrival arrival) {
    try {
      if (!arrival.answered()) {
        arrival.connection().dataWriter().writeNow(answer(arrival.path()));
      }
    } catch (UncheckedIOException e) {
      LOG.log(Level.DEBUG, "a client whose request did not arrive in full has gone", e);
    }
    try {
      arrival.connection().serverSocket().close();
    } catch (UncheckedIOException e) {
      LOG.log(Level.DEBUG, "the connection of such a client was closed already", e);
    }
  }

  private BufferData answer(String path) {
    var sentence = "The request did not arrive in full within " + patience.toSeconds() + " s.";
    return LastWord.of(ErrorFrame.of(time.instant(), 408, sentence, path, List.of()));
  }

  private final class ArrivingBody extends FilterInputStream {
    private boolean whole;

    ArrivingBody(InputStream arriving) {
      super(arriving);
    }

    @Override
    public int read() throws IOException {
      return counted(super.read());
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return counted(super.read(into, offset, length));
    }

    private int counted(int read) {
      if (read < 0 && !whole) {
        whole = true;
        end();
      }
      return read;
    }
  }
}
