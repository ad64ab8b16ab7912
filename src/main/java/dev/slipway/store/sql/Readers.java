package dev.slipway.store.sql;

import dev.slipway.store.Tx;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A few platform threads that read, each with a connection of its own: a native call on a virtual
/// thread would hold its carrier.
final class Readers implements AutoCloseable {
  private final List<Connected> connections;
  private final BlockingQueue<Connected> free;
  private final ExecutorService threads;

  /// A connection and the tables over it.
  record Connected(Sql sql, Tx tx) {}

  Readers(List<Connected> connections) {
    this.connections = List.copyOf(connections);
    this.free = new ArrayBlockingQueue<>(connections.size(), false, connections);
    this.threads =
        Executors.newFixedThreadPool(
            connections.size(),
            Thread.ofPlatform().name("store-reader-", 1).daemon(true).factory());
  }

  /// Queues a read.
  <T> CompletableFuture<T> submit(Function<Tx, T> work) {
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

  @Override
  public void close() {
    threads.close();
    connections.forEach(connection -> connection.sql().close());
  }
}
