package dev.slipway.store;

import dev.slipway.model.AccountId;
import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The requests that were accepted.
public interface Tasks {
  /// Adds a task in state received.
  ///
  /// @param command the task's command, as {@link Store#text} gave it
  /// @param idempotency what makes a repetition of the request known, or null
  void add(Task task, CommandText command, @Nullable Idempotency idempotency);

  /// The task that was made by an earlier request with this key.
  Optional<Replay> replay(AccountId account, String scope, String key);

  /// A task of this account.
  Optional<Task> find(AccountId account, TaskId id);

  /// The tasks whose verdict was written at that time, the newest first: what a task changed bears
  /// the same time.
  List<Task> finishedAt(AccountId account, Instant time);

  /// Tasks that changed since then, the newest change first.
  default List<Task> recent(AccountId account, Instant since, int limit) {
    return recent(account, since, _ -> true, limit);
  }

  /// The same, of those that are wanted.
  List<Task> recent(AccountId account, Instant since, Predicate<Task> wanted, int limit);

  /// The first task in the lane that is not finished.
  Optional<Task> head(AccountId account);

  /// Removes finished tasks whose last change is older, a bounded number at a time.
  ///
  /// @return how many were removed
  int removeOlderThan(Instant change, int limit);

  /// What makes a repetition known.
  ///
  /// @param scope method and path
  /// @param key the client's `Idempotency-Key`
  /// @param bodyHash SHA-256 of the body, in hex
  record Idempotency(String scope, String key, String bodyHash) {}

  /// An earlier request with the same key.
  record Replay(Task task, String bodyHash) {}
}
