package dev.slipway.proof.simulation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/// Ways to break the store, each by statements that change what its tables do.
enum BrokenStore implements Consumer<Path> {
  FREES_THE_LANE_AT_THE_CLAIM(
      """
      DROP INDEX task_one_running;
      CREATE TRIGGER frees_the_lane AFTER UPDATE OF running ON lane WHEN NEW.running IS NOT NULL BEGIN
        UPDATE lane SET running = NULL, head = head + 1 WHERE account_id = NEW.account_id;
      END;
      CREATE TRIGGER passes_over_none AFTER UPDATE OF running ON lane
      WHEN NEW.running IS NULL AND OLD.running IS NULL BEGIN
        UPDATE lane SET head = OLD.head WHERE account_id = NEW.account_id;
      END
      """),
  PASSES_OVER_ONE_THAT_WAITS(
      """
      CREATE TRIGGER broken AFTER UPDATE OF head ON lane WHEN NEW.waiting > 1 BEGIN
        UPDATE lane SET head = head + 1, waiting = waiting - 1 WHERE account_id = NEW.account_id;
      END
      """),
  REVIVES_WHAT_IS_BEING_DELETED(
      """
      CREATE TRIGGER broken AFTER UPDATE OF lease_owner ON resource
      WHEN NEW.status = 'deleting' AND NEW.lease_owner IS NULL BEGIN
        UPDATE resource SET status = 'active' WHERE kind = NEW.kind AND id = NEW.id;
      END
      """),
  CHANGES_A_VERDICT(
      """
      CREATE TRIGGER broken AFTER INSERT ON task BEGIN
        UPDATE task SET attempts = attempts + 1
        WHERE account_id = NEW.account_id AND state = 'processing-error';
      END
      """),
  LOSES_WHAT_A_CRASH_INTERRUPTED(
      """
      CREATE TRIGGER broken AFTER UPDATE OF owner ON task
      WHEN NEW.owner IS NULL AND NEW.state = 'processing-in-progress' BEGIN
        DELETE FROM task WHERE id = NEW.id;
        UPDATE lane SET head = head + 1, waiting = waiting - 1 WHERE account_id = NEW.account_id;
      END
      """),
  MAKES_A_DATABASE_TWICE(
      """
      CREATE TRIGGER broken AFTER INSERT ON resource WHEN NEW.kind = 'DATABASE' AND NEW.id < 20000
      BEGIN
        INSERT INTO resource (kind, id, account_id, parent, spec_version, spec, status, reason,
            version, created_at, wanted_at, changed_at, due_at)
        VALUES (NEW.kind, NEW.id + 10000, NEW.account_id, NEW.parent, NEW.spec_version, NEW.spec,
            NEW.status, NEW.reason, 1, NEW.created_at, NEW.wanted_at, NEW.changed_at, NEW.due_at);
      END
      """),
  FORGETS_IDEMPOTENCY_KEYS(
      """
      DROP INDEX task_idempotency;
      CREATE TRIGGER broken AFTER INSERT ON task WHEN NEW.idempotency_key IS NOT NULL BEGIN
        UPDATE task SET idempotency_key = NULL WHERE id = NEW.id;
      END
      """),
  KEEPS_PORTS(
      """
      CREATE TRIGGER broken AFTER UPDATE OF database_id ON port WHEN NEW.database_id IS NULL BEGIN
        UPDATE port SET database_id = OLD.database_id WHERE port = NEW.port;
      END
      """),
  FORGETS_A_WISH_DURING_A_VISIT(
      """
      CREATE TRIGGER broken AFTER UPDATE OF lease_owner ON resource
      WHEN NEW.lease_owner IS NULL AND OLD.due_at < OLD.lease_until AND NEW.due_at = OLD.due_at
        AND NEW.status IN ('changing', 'deleting') BEGIN
        UPDATE resource SET due_at = OLD.lease_until WHERE kind = NEW.kind AND id = NEW.id;
      END
      """),
  FORGETS_PAUSES(
      """
      CREATE TRIGGER broken AFTER UPDATE OF paused_until ON resource
      WHEN NEW.paused_until IS NOT NULL BEGIN
        UPDATE resource SET paused_action = NULL, paused_until = NULL
        WHERE kind = NEW.kind AND id = NEW.id;
      END
      """),
  MOVES_THE_PORT_OF_A_DEAD_ONE(
      """
      CREATE TRIGGER broken AFTER UPDATE OF status ON resource
      WHEN NEW.kind = 'DATABASE' AND NEW.status = 'pending' AND NEW.activated_at IS NOT NULL BEGIN
        UPDATE resource SET spec = json_set(spec, '$.port', spec ->> '$.port' + 100)
        WHERE kind = NEW.kind AND id = NEW.id;
      END
      """),
  MOVES_A_PORT_THAT_WAS_ASKED_FOR(
      """
      CREATE TRIGGER broken AFTER UPDATE OF lease_owner ON resource
      WHEN NEW.kind = 'DATABASE' AND NEW.lease_owner IS NOT NULL
        AND NEW.activated_at IS NULL AND NEW.spec ->> '$.portRequested' BEGIN
        UPDATE resource SET spec = json_set(spec, '$.port', spec ->> '$.port' + 100)
        WHERE kind = NEW.kind AND id = NEW.id;
      END
      """),
  /// Too late for the start to see what it has to look at, and early enough for all else.
  DELAYS_EVERY_LOOK(
      """
      CREATE TRIGGER broken AFTER UPDATE OF due_at ON resource WHEN NEW.lease_owner IS NULL BEGIN
        UPDATE resource SET due_at = NEW.due_at + 20000 WHERE kind = NEW.kind AND id = NEW.id;
      END
      """),
  REMOVES_TASKS_AFTER_A_MINUTE(
      """
      CREATE TRIGGER broken AFTER INSERT ON task BEGIN
        DELETE FROM task WHERE changed_at < NEW.accepted_at - 60000000
          AND state IN ('processing-completed', 'processing-error');
      END
      """);

  private final String script;

  BrokenStore(String script) {
    this.script = script;
  }

  @Override
  public void accept(Path file) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    } catch (SQLException e) {
      throw new IllegalStateException(name(), e);
    }
  }
}
