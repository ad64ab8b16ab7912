package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.model.Alarm;
import dev.slipway.store.Alarms;
import java.util.List;

record SqlAlarms(Sql sql) implements Alarms {
  @Override
  public List<Alarm> of(AccountId account) {
    return sql.list(
        "SELECT * FROM alarm WHERE account_id = ? ORDER BY database_id, alert",
        row -> new Alarm(row.number("database_id"), row.text("alert"), row.time("since")),
        account.value());
  }

  @Override
  public boolean begin(AccountId account, Alarm alarm) {
    int added =
        sql.update(
            """
            INSERT INTO alarm (database_id, alert, account_id, since) VALUES (?, ?, ?, ?)
            ON CONFLICT (database_id, alert) DO NOTHING
            """,
            alarm.databaseId(),
            alarm.alert(),
            account.value(),
            alarm.since());
    return added == 1;
  }

  @Override
  public boolean end(int databaseId, String alert) {
    return sql.update("DELETE FROM alarm WHERE database_id = ? AND alert = ?", databaseId, alert)
        == 1;
  }

  @Override
  public void removeAll(int databaseId) {
    sql.update("DELETE FROM alarm WHERE database_id = ?", databaseId);
  }
}
