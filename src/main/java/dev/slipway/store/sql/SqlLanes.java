package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.model.Claim;
import dev.slipway.model.TaskState;
import dev.slipway.store.Lanes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `head` is the first unfinished number of the lane; `running` is that number while it is claimed.
/// A task whose claim was voided stays in progress, since states only move forward, and is claimed
/// again before any other.
final class SqlLanes implements Lanes {
  private final Sql sql;
  private final TaskRows rows;

  SqlLanes(Sql sql, TaskRows rows) {
    this.sql = sql;
    this.rows = rows;
  }

  @Override
  public Optional<Place> join(AccountId account, int depth) {
    // Two statements cost less than one with RETURNING, before which SQLite copies the page.
    int joined =
        sql.update(
            """
            UPDATE lane SET next_number = next_number + 1, waiting = waiting + 1
            WHERE account_id = ? AND waiting < ?
            """,
            account.value(),
            depth);
    if (joined == 0) {
      return Optional.empty();
    }
    return sql.first(
        """
        SELECT next_number - 1 AS number, waiting - 1 AS before FROM lane WHERE account_id = ?
        """,
        row -> new Place(row.big("number"), row.number("before")),
        account.value());
  }

  @Override
  public List<AccountId> ready(int limit) {
    return sql.list(
        """
        SELECT account_id FROM lane WHERE waiting > 0 AND running IS NULL
        ORDER BY served_at LIMIT ?
        """,
        row -> new AccountId(row.onlyInt()),
        limit);
  }

  @Override
  public Optional<Claim> claim(AccountId account, String owner, Instant now) {
    var head =
        sql.first(
            """
            UPDATE lane SET running = head, waiting = waiting - 1, served_at = ?
            WHERE account_id = ? AND running IS NULL AND waiting > 0 RETURNING running
            """,
            Row::onlyLong,
            now,
            account.value());
    if (head.isEmpty()) {
      return Optional.empty();
    }
    return sql.first(
        """
        UPDATE task SET state = 'processing-in-progress', attempts = attempts + 1,
            version = version + 1, owner = ?, changed_at = ?,
            started_at = coalesce(started_at, ?)
        WHERE account_id = ? AND number = ? AND state IN ('received', 'processing-in-progress')
        RETURNING *
        """,
        row -> new Claim(rows.read(row), owner, row.big("version")),
        owner,
        now,
        now,
        account.value(),
        head.get());
  }

  @Override
  public boolean finish(Claim claim, TaskState verdict, Instant now) {
    int finished =
        sql.update(
            """
            UPDATE task SET state = ?, verdict = ?, version = version + 1, owner = NULL,
                changed_at = ?
            WHERE account_id = ? AND number = ? AND version = ? AND owner = ?
                AND state = 'processing-in-progress'
            """,
            TaskRows.word(verdict),
            rows.verdict(verdict),
            now,
            claim.task().account().value(),
            claim.task().number(),
            claim.version(),
            claim.owner());
    if (finished == 1) {
      sql.update(
          "UPDATE lane SET running = NULL, head = head + 1 WHERE account_id = ?",
          claim.task().account().value());
    }
    return finished == 1;
  }

  @Override
  public int voidClaims(String livingOwner) {
    int voided =
        sql.update(
            """
            UPDATE lane SET running = NULL, waiting = waiting + 1
            WHERE running IS NOT NULL AND EXISTS (
              SELECT 1 FROM task t WHERE t.account_id = lane.account_id
                AND t.number = lane.running AND t.owner <> ?)
            """,
            livingOwner);
    sql.update(
        """
        UPDATE task SET version = version + 1, owner = NULL
        WHERE state = 'processing-in-progress' AND owner <> ?
        """,
        livingOwner);
    return voided;
  }
}
