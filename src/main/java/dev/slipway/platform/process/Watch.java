package dev.slipway.platform.process;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// One held connection. Questions may be asked over it beside the PINGs; answers come in the order
/// in which everything was sent.
final class Watch implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Watch.class.getName());
  private static final List<List<String>> PING = List.of(List.of("PING"));
  private static final int MOST_UNANSWERED = 2;
  private static final int BEATS_TO_SUSPICION = 3;

  private final RedisConnection connection;
  private final Runnable suspicion;
  private final ReentrantLock sending = new ReentrantLock();
  private final Queue<CompletableFuture<Reply>> unanswered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger silentBeats = new AtomicInteger();

  /// @param suspicion called when answers stay out, and again when they come back
  Watch(RedisConnection connection, Runnable suspicion) {
    this.connection = connection;
    this.suspicion = suspicion;
  }

  /// Called each second: sends a PING, unless two are without answer.
  void beat() {
    if (!unanswered.isEmpty() && silentBeats.incrementAndGet() == BEATS_TO_SUSPICION) {
      suspicion.run();
    }
    if (!overdue()) {
      ping();
    }
  }

  private boolean overdue() {
    return unanswered.size() >= MOST_UNANSWERED;
  }

  /// Takes answers until the connection ends.
  void listen() {
    try {
      while (true) {
        Reply reply = connection.read();
        CompletableFuture<Reply> asked = unanswered.poll();
        if (asked != null) {
          asked.complete(reply);
        }
        if (silentBeats.getAndSet(0) >= BEATS_TO_SUSPICION) {
          suspicion.run();
        }
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a watched connection ended", e);
      close();
      unanswered.forEach(asked -> asked.completeExceptionally(e));
    }
  }

  /// Asks something and waits for all answers.
  ///
  /// @throws IOException when they do not come in time, or earlier ones have not come yet
  List<Reply> ask(List<List<String>> commands, Duration patience) throws IOException {
    if (overdue()) {
      throw new IOException("it has not answered what it was asked before");
    }
    List<CompletableFuture<Reply>> answers = send(commands);
    await(answers.getLast(), patience); // the others came before
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private static void await(CompletableFuture<Reply> last, Duration patience) throws IOException {
    try {
      var _ = last.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("no answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server ended meanwhile", e);
    }
  }

  private void ping() {
    try {
      send(PING);
    } catch (IOException e) {
      // The reading thread sees the same end and asks for the look.
      LOG.log(Level.DEBUG, "a watched connection took no PING", e);
    }
  }

  /// Two senders at once would mix their bytes, or the order of who waits.
  private List<CompletableFuture<Reply>> send(List<List<String>> commands) throws IOException {
    List<CompletableFuture<Reply>> answers = new ArrayList<>(commands.size());
    commands.forEach(_ -> answers.add(new CompletableFuture<>()));
    sending.lock();
    try {
      unanswered.addAll(answers);
      connection.send(commands);
    } finally {
      sending.unlock();
    }
    return answers;
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
