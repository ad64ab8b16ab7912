package dev.slipway.store.sql;

import dev.slipway.store.Tx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Runs reads, each in a transaction on a connection of its own.
///
/// One read at a time runs on the thread that asks, since to hand it over costs more than most
/// reads do; the others run on a few platform threads. Never two on threads that ask: a native call
/// holds the carrier of a virtual thread, and a small machine has two.
final class Readers implements AutoCloseable {
  private static final Duration LAST_READS = Duration.ofSeconds(2);

  private final List<Connected> connections;
  private final BlockingQueue<Connected> free;
  private final Semaphore here = new Semaphore(1);
  private final ExecutorService threads;

  /// A connection and the tables over it.
  record Connected(Sql sql, Tx tx) {}

  /// @param connections one for the thread that asks and one for each thread of its own: at least 2
  Readers(List<Connected> connections) {
    this.connections = List.copyOf(connections);
    this.free = new ArrayBlockingQueue<>(connections.size(), false, connections);
    this.threads =
        Executors.newFixedThreadPool(
            connections.size() - 1,
            Thread.ofPlatform().name("store-reader-", 1).daemon(true).factory());
  }

  /// Reads at once, or as soon as a thread is free.
  <T> CompletableFuture<T> submit(Function<Tx, T> work) {
    if (here.tryAcquire()) {
      try {
        return CompletableFuture.completedFuture(read(work));
      } catch (RuntimeException e) {
        return CompletableFuture.failedFuture(e);
      } finally {
        here.release();
      }
    }
    return CompletableFuture.supplyAsync(() -> read(work), threads);
  }

  private <T> T read(Function<Tx, T> work) {
    Connected connection = free.remove();
    try {
      connection.sql().update("BEGIN");
      try {
        return work.apply(connection.tx());
      } finally {
        connection.sql().update("ROLLBACK");
      }
    } finally {
      free.add(connection);
    }
  }

  /// What is still being read is broken off with the program: its threads are no reason to live on.
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(LAST_READS.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    connections.forEach(connection -> connection.sql().close());
  }
}
