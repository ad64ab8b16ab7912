package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.model.Usage;
import dev.slipway.store.Meter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

record SqlMeter(Sql sql, Documents documents) implements Meter {
  @Override
  public void runs(AccountId account, int databaseId, Usage.Terms terms, Instant now) {
    String text = documents.write(terms);
    sql.update(
        """
        UPDATE usage SET to_at = max(from_at, ?)
        WHERE database_id = ? AND to_at IS NULL AND terms <> ?
        """,
        now,
        databaseId,
        text);
    sql.update(
        """
        INSERT INTO usage (account_id, database_id, terms, from_at) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        account.value(),
        databaseId,
        text,
        now);
  }

  @Override
  public boolean knows(int databaseId) {
    return sql.number(
            "SELECT count(*) FROM usage WHERE database_id = ? AND to_at IS NULL", databaseId)
        > 0;
  }

  /// A clock that was set back makes no usage end before it began.
  @Override
  public void stops(int databaseId, Instant now) {
    sql.update(
        "UPDATE usage SET to_at = max(from_at, ?) WHERE database_id = ? AND to_at IS NULL",
        now,
        databaseId);
  }

  @Override
  public List<Usage> of(AccountId account, Instant from, Instant to) {
    return sql.list(
        """
        SELECT * FROM usage
        WHERE account_id = ? AND from_at < ? AND (to_at IS NULL OR to_at > ?)
        ORDER BY from_at, database_id
        """,
        this::read,
        account.value(),
        to,
        from);
  }

  @Override
  public int removeOlderThan(Instant end, int limit) {
    return sql.update(
        """
        DELETE FROM usage WHERE rowid IN (
          SELECT rowid FROM usage WHERE to_at < ? ORDER BY to_at LIMIT ?)
        """,
        end,
        limit);
  }

  private Usage read(Row row) throws SQLException {
    return new Usage(
        row.number("database_id"),
        documents.read(row.text("terms"), Usage.Terms.class),
        row.time("from_at"),
        row.timeOrNull("to_at"));
  }
}
