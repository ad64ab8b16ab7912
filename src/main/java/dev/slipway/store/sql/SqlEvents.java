package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.model.Event;
import dev.slipway.store.Events;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record SqlEvents(Sql sql) implements Events {
  private static final int MOST = 100_000;

  /// How many lines lie between two removals.
  private static final int OFTEN = 1_000;

  @Override
  public void add(AccountId account, Event event) {
    long number =
        1 + sql.number("SELECT max(number) FROM event WHERE account_id = ?", account.value());
    sql.update(
        """
        INSERT INTO event
            (account_id, number, at, originator, key_name, resource_id, resource, type, description)
        VALUES (?, ?, ?,
            coalesce((SELECT u.name FROM user_key k JOIN account_user u ON u.id = k.user_id
                      WHERE k.account_id = ? AND k.name = ? LIMIT 1), ?),
            ?, ?, ?, ?, ?)
        """,
        account.value(),
        number,
        event.at(),
        account.value(),
        event.keyName(),
        event.originator(),
        event.keyName(),
        event.resourceId(),
        event.resource(),
        event.type(),
        event.description());
    if (number % OFTEN == 0) {
      sql.update(
          "DELETE FROM event WHERE account_id = ? AND number <= ?", account.value(), number - MOST);
    }
  }

  @Override
  public List<Line> of(
      AccountId account,
      Instant from,
      Instant to,
      @Nullable Integer resourceId,
      int offset,
      int limit) {
    return sql.list(
        """
        SELECT * FROM event
        WHERE account_id = ? AND at BETWEEN ? AND ? AND (? IS NULL OR resource_id = ?)
        ORDER BY number DESC LIMIT ? OFFSET ?
        """,
        SqlEvents::read,
        account.value(),
        from,
        to,
        resourceId,
        resourceId,
        limit,
        offset);
  }

  private static Line read(Row row) throws SQLException {
    return new Line(
        row.big("number"),
        new Event(
            row.time("at"),
            row.text("originator"),
            row.textOrNull("key_name"),
            row.numberOrNull("resource_id"),
            row.textOrNull("resource"),
            row.text("type"),
            row.text("description")));
  }
}
