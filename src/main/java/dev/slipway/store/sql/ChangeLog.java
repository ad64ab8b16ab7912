package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.model.Kind;
import dev.slipway.model.Ref;
import dev.slipway.model.TaskId;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Which tasks and resources changed since the last look, whatever statement changed them: triggers
/// in the file write it down. For a program that checks every change, such as a simulation; the
/// file of a server has no such triggers.
public final class ChangeLog {
  /// Columns of a resource that no {@link dev.slipway.model.Resource} shows.
  private static final String HIDDEN = "'due_at', 'lease_owner', 'lease_until'";

  private long read;

  /// One row that was made, changed or removed.
  public sealed interface Change {
    /// Whose row it is.
    AccountId account();
  }

  /// A task.
  public record OfTask(AccountId account, TaskId id) implements Change {}

  /// A resource.
  public record OfResource(AccountId account, Ref ref) implements Change {}

  /// From now on everything that changes in this file is written down.
  public static void begin(InlineStore store) {
    Sql sql = store.sql();
    sql.run("CREATE TABLE change (place INTEGER PRIMARY KEY, kind, id, account_id)");
    watch(sql, "task", "'TASK'", "''");
    watch(sql, "resource", "%s.kind", HIDDEN);
  }

  private static void watch(Sql sql, String table, String kind, String hidden) {
    String columns =
        sql.first(
                "SELECT group_concat(name) AS names FROM pragma_table_info('%s') WHERE name NOT IN (%s)"
                    .formatted(table, hidden),
                row -> row.text("names"))
            .orElseThrow();
    sql.run(trigger("made", "INSERT", table, kind, "NEW"));
    sql.run(trigger("changed", "UPDATE OF " + columns, table, kind, "NEW"));
    sql.run(trigger("removed", "DELETE", table, kind, "OLD"));
  }

  private static String trigger(String name, String event, String on, String kind, String row) {
    return """
        CREATE TRIGGER %s_%s AFTER %s ON %s BEGIN
          INSERT INTO change (kind, id, account_id) VALUES (%s, %s.id, %s.account_id);
        END
        """
        .formatted(on, name, event, on, kind.formatted(row), row, row);
  }

  /// What changed since this was asked last, each row once.
  public Set<Change> next(InlineStore store) {
    List<Change> changes =
        store.sql().list("SELECT * FROM change WHERE place > ? ORDER BY place", this::change, read);
    return new LinkedHashSet<>(changes);
  }

  private Change change(Row row) throws SQLException {
    read = row.big("place");
    var account = new AccountId(row.number("account_id"));
    String kind = row.text("kind");
    String id = row.text("id");
    return kind.equals("TASK")
        ? new OfTask(account, new TaskId(UUID.fromString(id)))
        : new OfResource(account, new Ref(Kind.valueOf(kind), Integer.parseInt(id)));
  }
}
