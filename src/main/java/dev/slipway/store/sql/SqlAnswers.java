package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.store.Answers;
import dev.slipway.store.Tasks.Idempotency;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

record SqlAnswers(Sql sql) implements Answers {
  @Override
  public Optional<Earlier> begin(
      AccountId account, Idempotency key, Instant now, Instant abandoned) {
    boolean first =
        sql.update(
                """
                INSERT INTO answer (account_id, scope, key, body_hash, begun_at)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (account_id, scope, key)
                DO UPDATE SET body_hash = excluded.body_hash, begun_at = excluded.begun_at
                WHERE body IS NULL AND begun_at < ?
                """,
                account.value(),
                key.scope(),
                key.key(),
                key.bodyHash(),
                now,
                abandoned)
            == 1;
    return first
        ? Optional.empty()
        : sql.first(
            "SELECT * FROM answer WHERE account_id = ? AND scope = ? AND key = ?",
            SqlAnswers::read,
            account.value(),
            key.scope(),
            key.key());
  }

  private static Earlier read(Row row) throws SQLException {
    Integer status = row.numberOrNull("status");
    return new Earlier(row.text("body_hash"), status == null ? 0 : status, row.textOrNull("body"));
  }

  @Override
  public void keep(AccountId account, Idempotency key, int status, String body) {
    sql.update(
        "UPDATE answer SET status = ?, body = ? WHERE account_id = ? AND scope = ? AND key = ?",
        status,
        body,
        account.value(),
        key.scope(),
        key.key());
  }

  @Override
  public void forget(AccountId account, Idempotency key) {
    sql.update(
        """
        DELETE FROM answer WHERE account_id = ? AND scope = ? AND key = ? AND body IS NULL
        """,
        account.value(),
        key.scope(),
        key.key());
  }

  @Override
  public int removeOlderThan(Instant begun, int limit) {
    return sql.update(
        """
        DELETE FROM answer WHERE (account_id, scope, key) IN (
          SELECT account_id, scope, key FROM answer WHERE begun_at < ? LIMIT ?)
        """,
        begun,
        limit);
  }
}
