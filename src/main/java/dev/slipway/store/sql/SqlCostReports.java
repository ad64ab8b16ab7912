package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.model.CostReport;
import dev.slipway.store.CostReports;
import java.time.Instant;
import java.util.Optional;

record SqlCostReports(Sql sql, Documents documents) implements CostReports {
  @Override
  public void add(AccountId account, String name, CostReport report, Instant now) {
    sql.update(
        "INSERT INTO cost_report (account_id, name, report, created_at) VALUES (?, ?, ?, ?)",
        account.value(),
        name,
        documents.write(report),
        now);
  }

  @Override
  public Optional<CostReport> find(AccountId account, String name) {
    return sql.first(
        "SELECT report FROM cost_report WHERE account_id = ? AND name = ?",
        row -> documents.read(row.text("report"), CostReport.class),
        account.value(),
        name);
  }

  @Override
  public int removeOlderThan(Instant made, int limit) {
    return sql.update(
        """
        DELETE FROM cost_report WHERE rowid IN (
          SELECT rowid FROM cost_report WHERE created_at < ? ORDER BY created_at LIMIT ?)
        """,
        made,
        limit);
  }
}
