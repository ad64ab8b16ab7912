package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.model.Facts;
import dev.slipway.model.Kind;
import dev.slipway.model.Pause;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Spec;
import dev.slipway.model.Status;
import dev.slipway.model.Trouble;
import dev.slipway.store.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A lease moves `due_at` to its own end, so that a change which comes meanwhile, and sets it to
/// now, is seen by {@link #release}: the earlier of both times stays.
final class SqlWork implements Work {
  private final Sql sql;
  private final ResourceRows rows;

  SqlWork(Sql sql, ResourceRows rows) {
    this.sql = sql;
    this.rows = rows;
  }

  @Override
  public List<Ref> due(Instant now, int limit) {
    return sql.list(
        """
        SELECT kind, id FROM resource
        WHERE due_at <= ? AND (lease_owner IS NULL OR lease_until <= ?)
        ORDER BY due_at LIMIT ?
        """,
        row -> new Ref(Kind.valueOf(row.text("kind")), row.number("id")),
        now,
        now,
        limit);
  }

  @Override
  public Optional<Instant> nextDue() {
    return sql.first(
        """
        SELECT due_at AS next FROM resource WHERE lease_owner IS NULL ORDER BY due_at LIMIT 1
        """,
        row -> row.time("next"));
  }

  @Override
  public Optional<Resource<?>> lease(Ref ref, String owner, Instant now, Instant until) {
    return sql.first(
        """
        UPDATE resource SET lease_owner = ?, lease_until = ?, due_at = ?
        WHERE kind = ? AND id = ? AND due_at <= ? AND (lease_owner IS NULL OR lease_until <= ?)
        RETURNING *
        """,
        rows::read,
        owner,
        until,
        until,
        ref.kind().name(),
        ref.id(),
        now,
        now);
  }

  @Override
  public Optional<Resource<?>> held(Ref ref, String owner) {
    return sql.first(
        "SELECT * FROM resource WHERE kind = ? AND id = ? AND lease_owner = ?",
        rows::read,
        ref.kind().name(),
        ref.id(),
        owner);
  }

  @Override
  public boolean settle(
      Resource<?> resource, String owner, Status status, @Nullable Facts facts, Instant now) {
    var columns = ResourceRows.StatusColumns.after(resource, status);
    boolean active = status instanceof Status.Active;
    return sql.update(
            """
            UPDATE resource SET status = ?, reason = ?, problem = ?, version = version + 1,
                changed_at = CASE WHEN status = ? THEN changed_at ELSE ? END,
                activated_at = CASE WHEN ? THEN coalesce(activated_at, ?) ELSE activated_at END,
                facts = coalesce(?, facts),
                attempts = CASE WHEN ? THEN 0 ELSE attempts END,
                last_action = CASE WHEN ? THEN NULL ELSE last_action END,
                paused_action = CASE WHEN ? THEN NULL ELSE paused_action END,
                paused_until = CASE WHEN ? THEN NULL ELSE paused_until END,
                trouble = CASE WHEN ? THEN NULL ELSE trouble END,
                trouble_text = CASE WHEN ? THEN NULL ELSE trouble_text END,
                trouble_lasting = CASE WHEN ? THEN NULL ELSE trouble_lasting END
            WHERE kind = ? AND id = ? AND version = ? AND lease_owner = ?
            """,
            columns.word(),
            columns.reason(),
            columns.problem(),
            columns.word(),
            now,
            active,
            now,
            rows.facts(facts),
            active,
            active,
            active,
            active,
            active,
            active,
            active,
            resource.ref().kind().name(),
            resource.id(),
            resource.version(),
            owner)
        == 1;
  }

  @Override
  public void adjust(Resource<?> resource, String owner, Spec spec) {
    sql.update(
        """
        UPDATE resource SET spec_version = ?, spec = ?, version = version + 1
        WHERE kind = ? AND id = ? AND version = ? AND lease_owner = ?
        """,
        ResourceRows.SPEC_VERSION,
        rows.spec(spec),
        resource.ref().kind().name(),
        resource.id(),
        resource.version(),
        owner);
  }

  @Override
  public void tried(
      Resource<?> resource,
      String owner,
      int attempts,
      @Nullable String action,
      @Nullable Pause pause,
      @Nullable Trouble trouble) {
    sql.update(
        """
        UPDATE resource SET attempts = ?, last_action = ?, paused_action = ?, paused_until = ?,
            trouble = ?, trouble_text = ?, trouble_lasting = ?
        WHERE kind = ? AND id = ? AND version = ? AND lease_owner = ?
        """,
        attempts,
        action,
        pause == null ? null : pause.action(),
        pause == null ? null : pause.until(),
        trouble == null ? null : trouble.problem().type().name(),
        trouble == null ? null : trouble.problem().description(),
        trouble == null ? null : trouble.lasting(),
        resource.ref().kind().name(),
        resource.id(),
        resource.version(),
        owner);
  }

  @Override
  public void release(Resource<?> resource, String owner, Instant dueAt) {
    sql.update(
        """
        UPDATE resource SET lease_owner = NULL, lease_until = NULL,
            due_at = CASE WHEN due_at < lease_until THEN min(due_at, ?) ELSE ? END
        WHERE kind = ? AND id = ? AND lease_owner = ?
        """,
        dueAt,
        dueAt,
        resource.ref().kind().name(),
        resource.id(),
        owner);
  }

  @Override
  public boolean forget(Resource<?> resource, String owner) {
    return sql.update(
            """
            DELETE FROM resource WHERE kind = ? AND id = ? AND version = ? AND lease_owner = ?
            """,
            resource.ref().kind().name(),
            resource.id(),
            resource.version(),
            owner)
        == 1;
  }

  @Override
  public void forgetUnder(int subscriptionId) {
    sql.update("DELETE FROM resource WHERE parent = ?", subscriptionId);
  }

  @Override
  public void forgetIn(int subscriptionId, int regionId) {
    sql.update(
        "DELETE FROM resource WHERE parent = ? AND json_extract(spec, '$.place.regionId') = ?",
        subscriptionId,
        regionId);
  }

  @Override
  public void look(Ref ref, Instant now) {
    sql.update(
        "UPDATE resource SET due_at = min(due_at, ?) WHERE kind = ? AND id = ?",
        now,
        ref.kind().name(),
        ref.id());
  }

  @Override
  public void lookAtAccess(AccountId account, Instant now) {
    sql.update(
        """
        UPDATE resource SET due_at = min(due_at, ?)
        WHERE account_id = ? AND kind IN ('REDIS_RULE', 'ACL_ROLE', 'ACL_USER')
        """,
        now,
        account.value());
  }

  @Override
  public void lookAtAll(Instant now) {
    sql.update(
        """
        UPDATE resource SET due_at = min(due_at, ?), wanted_at = min(wanted_at, ?),
            changed_at = min(changed_at, ?), paused_action = NULL, paused_until = NULL
        WHERE lease_owner IS NULL
        """,
        now,
        now,
        now);
  }

  @Override
  public void putOff(Ref ref, Instant dueAt) {
    sql.update(
        "UPDATE resource SET due_at = ? WHERE kind = ? AND id = ?",
        dueAt,
        ref.kind().name(),
        ref.id());
  }

  @Override
  public int takeOver(String livingOwner, Instant now) {
    return sql.update(
        """
        UPDATE resource SET due_at = ?, lease_owner = NULL, lease_until = NULL,
            paused_action = NULL, paused_until = NULL
        WHERE lease_owner IS NULL OR lease_owner <> ?
        """,
        now,
        livingOwner);
  }
}
