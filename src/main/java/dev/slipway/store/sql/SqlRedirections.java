package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.model.Redirection;
import dev.slipway.store.Redirections;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

record SqlRedirections(Sql sql, Documents documents) implements Redirections {
  @Override
  public void put(AccountId account, Redirection redirection) {
    sql.update(
        """
        INSERT INTO redirection (id, account_id, source_id, target_id, started_at, document)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET document = excluded.document
        """,
        redirection.id().toString(),
        account.value(),
        redirection.sourceId(),
        redirection.targetId(),
        redirection.startedAt(),
        documents.write(redirection));
  }

  @Override
  public Optional<Redirection> find(AccountId account, UUID id) {
    return sql.first(
        "SELECT document FROM redirection WHERE id = ? AND account_id = ?",
        this::read,
        id.toString(),
        account.value());
  }

  @Override
  public List<Redirection> of(AccountId account, int databaseId) {
    return sql.list(
        """
        SELECT document FROM redirection WHERE account_id = ? AND (source_id = ? OR target_id = ?)
        ORDER BY started_at DESC, id
        """,
        this::read,
        account.value(),
        databaseId,
        databaseId);
  }

  private Redirection read(Row row) throws SQLException {
    return documents.read(row.text("document"), Redirection.class);
  }
}
