package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.model.Schedule;
import dev.slipway.store.Schedules;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

record SqlSchedules(Sql sql) implements Schedules {
  @Override
  public void put(Schedule schedule) {
    sql.update(
        """
        INSERT INTO backup_schedule (database_id, region, account_id, every_hours, hour, next_at)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (database_id, region) DO UPDATE SET
            every_hours = excluded.every_hours, hour = excluded.hour, next_at = excluded.next_at
        """,
        schedule.databaseId(),
        schedule.region(),
        schedule.account().value(),
        schedule.everyHours(),
        schedule.hour(),
        schedule.nextAt());
  }

  @Override
  public List<Schedule> of(int databaseId) {
    return sql.list(
        "SELECT * FROM backup_schedule WHERE database_id = ? ORDER BY region",
        SqlSchedules::read,
        databaseId);
  }

  @Override
  public List<Schedule> due(Instant now, int limit) {
    return sql.list(
        "SELECT * FROM backup_schedule WHERE next_at <= ? ORDER BY next_at LIMIT ?",
        SqlSchedules::read,
        now,
        limit);
  }

  @Override
  public void remove(int databaseId, String region) {
    sql.update(
        "DELETE FROM backup_schedule WHERE database_id = ? AND region = ?", databaseId, region);
  }

  @Override
  public void removeAll(int databaseId) {
    sql.update("DELETE FROM backup_schedule WHERE database_id = ?", databaseId);
  }

  private static Schedule read(Row row) throws SQLException {
    return new Schedule(
        row.number("database_id"),
        new AccountId(row.number("account_id")),
        row.text("region"),
        row.number("every_hours"),
        row.numberOrNull("hour"),
        row.time("next_at"));
  }
}
