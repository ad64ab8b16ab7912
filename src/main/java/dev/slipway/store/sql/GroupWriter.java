package dev.slipway.store.sql;

import dev.slipway.store.Tx;
import dev.slipway.store.sql.Change.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// The one writer of SQLite: a platform thread that commits the changes of many threads together.
///
/// A group is what was waiting, at most 256 changes or 4 ms of work, each within its own savepoint,
/// so that one that throws takes only itself back. An appended one has none: SQLite copies every
/// page that is touched behind a savepoint, which was a quarter of a submit's time in SQLite.
/// Nobody is answered before the group's COMMIT has returned. A group in which somebody asked for
/// durability is committed with `synchronous=FULL`, any other without an fsync.
///
/// A change that has not begun by its deadline never begins, so its caller may be told that nothing
/// was kept. One that has begun is waited for: only the end of its commit says what became of it.
final class GroupWriter implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(GroupWriter.class.getName());
  private static final int MOST_MEMBERS = 256;
  private static final Duration MOST_WORK = Duration.ofMillis(4);
  private static final int CROWDED = 3;

  /// How many changes have a savepoint after one without it broke off: should the next ones break
  /// too, they fail alone.
  private static final int CAREFUL = 1_000;

  /// Saves nine fsyncs of ten. Waiting for all who may come would leave them idle meanwhile.
  private static final int ENOUGH = 10;

  private static final long MOST_GATHERING_NANOS = 1_000_000;
  private static final long GATHERING_PAUSE_NANOS = 50_000;

  private final Sql sql;
  private final Tx tx;
  private final Deadlines deadlines;
  private final Runnable committed;
  private final Duration mostWork;
  private final BlockingQueue<Change<?>> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;
  private int crowd;
  private int careful;
  private boolean syncing = true;

  /// @param deadlines by when a change must have begun
  /// @param committed run after each commit, before anybody is answered
  GroupWriter(Sql sql, Tx tx, Deadlines deadlines, Runnable committed) {
    this(sql, tx, deadlines, committed, MOST_WORK);
  }

  /// @param mostWork after how long no further change joins a group
  GroupWriter(Sql sql, Tx tx, Deadlines deadlines, Runnable committed, Duration mostWork) {
    this.sql = sql;
    this.tx = tx;
    this.deadlines = deadlines;
    this.committed = committed;
    this.mostWork = mostWork;
    this.thread = Thread.ofPlatform().name("store-writer").daemon(true).start(this::run);
  }

  /// Queues a change. The future completes after the commit, or with what went wrong.
  <T> CompletableFuture<T> submit(Function<Tx, T> work, Promise promise) {
    Change<T> change = new Change<>(work, promise, deadlines);
    if (closed) {
      change.fail(new IllegalStateException("the store is closed"));
    } else {
      waiting.add(change);
    }
    return change.outcome();
  }

  private void run() {
    while (!closed || !waiting.isEmpty()) {
      try {
        Change<?> first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          commit(first);
        }
      } catch (InterruptedException e) {
        closed = true;
      }
    }
  }

  private void commit(Change<?> first) {
    List<Change<?>> group = new ArrayList<>();
    try {
      boolean durable = gather(first);
      sync(durable);
      sql.update("BEGIN IMMEDIATE");
      workThrough(first, durable, group);
      sql.update("COMMIT");
      committed.run();
      group.forEach(Change::tell);
    } catch (RuntimeException | Error e) {
      rollback(e);
      group.forEach(member -> member.fail(e));
      first.fail(e);
    }
    crowd = Math.max(group.size(), crowd * 3 / 4);
  }

  /// Says whether the group must be durable. When one of the last groups was large, more members
  /// are on their way: a short wait for some of them saves an fsync for each.
  private boolean gather(Change<?> first) {
    if (crowd >= CROWDED) {
      long end = System.nanoTime() + MOST_GATHERING_NANOS;
      while (waiting.size() + 1 < Math.min(crowd, ENOUGH) && System.nanoTime() < end) {
        LockSupport.parkNanos(GATHERING_PAUSE_NANOS);
      }
    }
    return first.isDurable() || waiting.stream().anyMatch(Change::isDurable);
  }

  private void workThrough(Change<?> first, boolean durable, List<Change<?>> group) {
    long end = System.nanoTime() + mostWork.toNanos();
    Change<?> next = first;
    while (next != null) {
      if (next.begin()) {
        group.add(next);
        work(next);
      }
      boolean room = group.size() < MOST_MEMBERS && System.nanoTime() < end;
      Change<?> head = waiting.peek();
      next = room && head != null && (durable || !head.isDurable()) ? waiting.poll() : null;
    }
  }

  private void work(Change<?> member) {
    if (member.promise() == Promise.APPENDED && careful == 0) {
      append(member);
      return;
    }
    careful = Math.max(0, careful - 1);
    sql.update("SAVEPOINT member");
    if (member.run(tx) != null) {
      sql.update("ROLLBACK TO member");
    }
    sql.update("RELEASE member");
  }

  private void append(Change<?> member) {
    long before = sql.changes();
    Throwable failure = member.run(tx);
    if (failure instanceof SqlFailure broken) {
      throw broken; // SQLite may have ended the transaction: nothing may follow in it
    }
    if (failure != null && sql.changes() != before) {
      LOG.log(System.Logger.Level.ERROR, "a change broke off and takes its group back", failure);
      careful = CAREFUL;
      member.fail(failure);
      throw new TakenBack(failure);
    }
  }

  private void rollback(Throwable cause) {
    try {
      sql.update("ROLLBACK");
    } catch (SqlFailure e) {
      cause.addSuppressed(e);
    }
  }

  private void sync(boolean durable) {
    if (durable != syncing) {
      sql.run("PRAGMA synchronous=" + (durable ? "FULL" : "NORMAL"));
      syncing = durable;
    }
  }

  /// Commits what is still waiting, then ends.
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
