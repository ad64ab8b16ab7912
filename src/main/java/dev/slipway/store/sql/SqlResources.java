package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.model.Facts;
import dev.slipway.model.Kind;
import dev.slipway.model.Resource;
import dev.slipway.model.Spec;
import dev.slipway.model.Status;
import dev.slipway.store.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class SqlResources<S extends Spec> implements Resources<S> {
  private final Sql sql;
  private final ResourceRows rows;
  private final Kind kind;
  private final Class<S> type;

  SqlResources(Sql sql, ResourceRows rows, Kind kind, Class<S> type) {
    this.sql = sql;
    this.rows = rows;
    this.kind = kind;
    this.type = type;
  }

  @Override
  public Resource<S> add(
      AccountId account, int id, @Nullable Integer parent, S spec, Status status, Instant now) {
    var columns = ResourceRows.StatusColumns.of(status);
    sql.update(
        """
        INSERT INTO resource (kind, id, account_id, parent, spec_version, spec, status, reason,
            problem, version, created_at, wanted_at, changed_at, due_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
        """,
        kind.name(),
        id,
        account.value(),
        parent,
        ResourceRows.SPEC_VERSION,
        rows.spec(spec),
        columns.word(),
        columns.reason(),
        columns.problem(),
        now,
        now,
        now,
        now);
    return find(account, id).orElseThrow();
  }

  @Override
  public Optional<Resource<S>> find(AccountId account, int id) {
    return sql.first(
        "SELECT * FROM resource WHERE kind = ? AND id = ? AND account_id = ?",
        row -> rows.read(row, kind, type),
        kind.name(),
        id,
        account.value());
  }

  @Override
  public List<Resource<S>> of(AccountId account) {
    return sql.list(
        "SELECT * FROM resource WHERE account_id = ? AND kind = ? ORDER BY id",
        row -> rows.read(row, kind, type),
        account.value(),
        kind.name());
  }

  @Override
  public List<Resource<S>> all() {
    return sql.list(
        "SELECT * FROM resource WHERE kind = ? ORDER BY id",
        row -> rows.read(row, kind, type),
        kind.name());
  }

  @Override
  public List<Resource<S>> under(int parent, int offset, int limit) {
    return sql.list(
        "SELECT * FROM resource WHERE parent = ? AND kind = ? ORDER BY id LIMIT ? OFFSET ?",
        row -> rows.read(row, kind, type),
        parent,
        kind.name(),
        limit,
        offset);
  }

  @Override
  public int countUnder(int parent) {
    return (int)
        sql.number(
            "SELECT count(*) FROM resource WHERE parent = ? AND kind = ?", parent, kind.name());
  }

  @Override
  public void want(Resource<S> resource, S spec, Status status, Instant now) {
    var columns = ResourceRows.StatusColumns.after(resource, status);
    sql.update(
        """
        UPDATE resource SET spec_version = ?, spec = ?, status = ?, reason = ?, problem = ?,
            version = version + 1, wanted_at = ?,
            due_at = CASE WHEN ? THEN due_at ELSE ? END, attempts = 0, last_action = NULL,
            paused_action = NULL, paused_until = NULL,
            trouble = NULL, trouble_text = NULL, trouble_lasting = NULL,
            changed_at = CASE WHEN status = ? THEN changed_at ELSE ? END
        WHERE kind = ? AND id = ?
        """,
        ResourceRows.SPEC_VERSION,
        rows.spec(spec),
        columns.word(),
        columns.reason(),
        columns.problem(),
        now,
        status instanceof Status.Active,
        now,
        columns.word(),
        now,
        kind.name(),
        resource.id());
  }

  @Override
  public void describe(Resource<S> resource, S spec) {
    sql.update(
        """
        UPDATE resource SET spec_version = ?, spec = ?, version = version + 1
        WHERE kind = ? AND id = ?
        """,
        ResourceRows.SPEC_VERSION,
        rows.spec(spec),
        kind.name(),
        resource.id());
  }

  @Override
  public void seen(Resource<S> resource, Facts facts) {
    sql.update(
        "UPDATE resource SET facts = ? WHERE kind = ? AND id = ?",
        rows.facts(facts),
        kind.name(),
        resource.id());
  }
}
