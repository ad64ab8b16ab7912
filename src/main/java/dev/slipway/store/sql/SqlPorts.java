package dev.slipway.store.sql;

import dev.slipway.store.Ports;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// One row a port that the range has ever held.
final class SqlPorts implements Ports {
  private final Sql sql;

  SqlPorts(Sql sql) {
    this.sql = sql;
  }

  @Override
  public OptionalInt reserveAny(int from, int to, int databaseId, OptionalInt except) {
    addRange(from, to);
    var found =
        sql.first(
            """
            SELECT port FROM port
            WHERE database_id IS NULL AND port BETWEEN ? AND ? AND port <> ?
            ORDER BY released_at, port LIMIT 1
            """,
            Row::onlyInt,
            from,
            to,
            except.orElse(0));
    if (found.isEmpty()) {
      return OptionalInt.empty();
    }
    sql.update("UPDATE port SET database_id = ? WHERE port = ?", databaseId, found.get());
    return OptionalInt.of(found.get());
  }

  @Override
  public List<Integer> unused(int from, int to, int most) {
    return sql.list(
        """
        SELECT port FROM port WHERE database_id IS NULL AND port BETWEEN ? AND ?
        ORDER BY released_at, port LIMIT ?
        """,
        Row::onlyInt,
        from,
        to,
        most);
  }

  @Override
  public boolean reserve(int port, int databaseId) {
    return sql.update(
            """
            INSERT INTO port (port, database_id, released_at) VALUES (?, ?, 0)
            ON CONFLICT (port) DO UPDATE SET database_id = excluded.database_id
            WHERE port.database_id IS NULL OR port.database_id = excluded.database_id
            """,
            port,
            databaseId)
        == 1;
  }

  @Override
  public void release(int databaseId, Instant now) {
    sql.update(
        "UPDATE port SET database_id = NULL, released_at = ? WHERE database_id = ?",
        now,
        databaseId);
  }

  @Override
  public int usedIn(int from, int to) {
    return (int)
        sql.number(
            "SELECT count(*) FROM port WHERE database_id IS NOT NULL AND port BETWEEN ? AND ?",
            from,
            to);
  }

  @Override
  public boolean taken(int port) {
    return usedIn(port, port) == 1;
  }

  /// Ports that were asked for by number have rows without a range around them, and the range may
  /// be another at each start: only as many rows as numbers make it whole.
  private void addRange(int from, int to) {
    if (sql.number("SELECT count(*) FROM port WHERE port BETWEEN ? AND ?", from, to)
        == to - from + 1) {
      return;
    }
    sql.update(
        """
        WITH RECURSIVE range (port) AS (
          SELECT ? UNION ALL SELECT port + 1 FROM range WHERE port < ?)
        INSERT OR IGNORE INTO port (port, database_id, released_at) SELECT port, NULL, 0 FROM range
        """,
        from,
        to);
  }
}
