package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import dev.slipway.store.CommandText;
import dev.slipway.store.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

final class SqlTasks implements Tasks {
  static final String REMOVE_OLDER =
      """
      DELETE FROM task WHERE (account_id, number) IN (
        SELECT account_id, number FROM task
        WHERE changed_at < ? AND state IN ('processing-completed', 'processing-error')
        ORDER BY changed_at LIMIT ?)
      """;

  private final Sql sql;
  private final TaskRows rows;

  SqlTasks(Sql sql, TaskRows rows) {
    this.sql = sql;
    this.rows = rows;
  }

  @Override
  public void add(Task task, CommandText command, @Nullable Idempotency idempotency) {
    sql.update(
        """
        INSERT INTO task (id, account_id, number, command_type, command, state, attempts, version,
            accepted_at, changed_at, key_name, idempotency_scope, idempotency_key, body_hash)
        VALUES (?, ?, ?, ?, ?, 'received', 0, 0, ?, ?, ?, ?, ?, ?)
        """,
        task.id().toString(),
        task.account().value(),
        task.number(),
        command.type(),
        command.json(),
        task.acceptedAt(),
        task.acceptedAt(),
        task.keyName(),
        idempotency == null ? null : idempotency.scope(),
        idempotency == null ? null : idempotency.key(),
        idempotency == null ? null : idempotency.bodyHash());
  }

  @Override
  public Optional<Replay> replay(AccountId account, String scope, String key) {
    return sql.first(
        """
        SELECT * FROM task
        WHERE account_id = ? AND idempotency_scope = ? AND idempotency_key = ?
        """,
        row -> new Replay(rows.read(row), row.text("body_hash")),
        account.value(),
        scope,
        key);
  }

  @Override
  public Optional<Task> find(AccountId account, TaskId id) {
    return sql.first(
        "SELECT * FROM task WHERE id = ? AND account_id = ?",
        rows::read,
        id.toString(),
        account.value());
  }

  @Override
  public List<Task> finishedAt(AccountId account, Instant time) {
    return sql.list(
        """
        SELECT * FROM task WHERE account_id = ? AND changed_at = ? AND state = 'processing-completed'
        ORDER BY number DESC
        """,
        rows::read,
        account.value(),
        time);
  }

  @Override
  public List<Task> recent(AccountId account, Instant since, Predicate<Task> wanted, int limit) {
    return sql.some(
        """
        SELECT * FROM task WHERE account_id = ? AND changed_at >= ?
        ORDER BY changed_at DESC, number DESC
        """,
        rows::read,
        wanted,
        limit,
        account.value(),
        since);
  }

  @Override
  public Optional<Task> head(AccountId account) {
    return sql.first(
        """
        SELECT t.* FROM lane l JOIN task t ON t.account_id = l.account_id AND t.number = l.head
        WHERE l.account_id = ?
        """,
        rows::read,
        account.value());
  }

  @Override
  public int removeOlderThan(Instant change, int limit) {
    return sql.update(REMOVE_OLDER, change, limit);
  }
}
