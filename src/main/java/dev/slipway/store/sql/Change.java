package dev.slipway.store.sql;

import dev.slipway.store.Tx;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One change of rows, from the moment it is asked for until its caller is told what became of it.
final class Change<T> {
  private final Function<Tx, T> work;
  private final Promise promise;
  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private final Deadlines.Wait start;
  private Runnable kept = () -> {};

  /// What is promised of a change.
  enum Promise {
    /// Durable; it throws before it changes anything or not at all. One that throws later takes its
    /// whole group back.
    APPENDED,

    /// Durable.
    WRITTEN,

    /// Kept unless a power cut takes it back.
    NOTED
  }

  /// @param deadlines by when it must have begun
  Change(Function<Tx, T> work, Promise promise, Deadlines deadlines) {
    this.work = work;
    this.promise = promise;
    this.start = deadlines.watch(outcome);
  }

  Promise promise() {
    return promise;
  }

  boolean isDurable() {
    return promise != Promise.NOTED;
  }

  /// Completes after the commit, or with what went wrong.
  CompletableFuture<T> outcome() {
    return outcome;
  }

  /// Whether it may be run. From now on no deadline ends its caller's wait.
  boolean begin() {
    return start.take();
  }

  /// Runs the work and keeps its outcome until the commit.
  ///
  /// @return what it threw
  @Nullable Throwable run(Tx tx) {
    try {
      T value = work.apply(tx);
      kept = () -> outcome.complete(value);
      return null;
    } catch (RuntimeException | Error e) {
      kept = () -> outcome.completeExceptionally(e);
      return e;
    }
  }

  /// The commit has returned.
  void tell() {
    kept.run();
  }

  /// Nothing was kept of it.
  void fail(Throwable reason) {
    boolean _ = begin();
    outcome.completeExceptionally(reason);
  }
}
