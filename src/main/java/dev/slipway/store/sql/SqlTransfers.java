package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.model.Secret;
import dev.slipway.model.Transfer;
import dev.slipway.store.Transfers;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record SqlTransfers(Sql sql, Documents documents) implements Transfers {
  private static final String UNDER_WAY = "under-way";
  private static final String SUCCEEDED = "succeeded";
  private static final String FAILED = "failed";

  private record Places(List<Secret> places) {}

  @Override
  public void order(Transfer transfer) {
    sql.update(
        """
        INSERT INTO transfer (database_id, direction, region, account_id, subscription_id,
            database_name, places, ordered_at, attempts, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 'under-way')
        ON CONFLICT (database_id, direction, region) DO UPDATE SET
            database_name = excluded.database_name, places = excluded.places,
            ordered_at = excluded.ordered_at, attempts = 0, state = 'under-way', failure = NULL
        """,
        transfer.key().databaseId(),
        transfer.key().direction().name(),
        transfer.key().region(),
        transfer.account().value(),
        transfer.subscriptionId(),
        transfer.databaseName(),
        documents.write(new Places(transfer.places())),
        transfer.orderedAt());
  }

  @Override
  public Optional<Transfer> find(Transfer.Key key) {
    return sql.first(
        "SELECT * FROM transfer WHERE database_id = ? AND direction = ? AND region = ?",
        this::read,
        key.databaseId(),
        key.direction().name(),
        key.region());
  }

  @Override
  public List<Transfer> underWay() {
    return sql.list(
        "SELECT * FROM transfer WHERE state = 'under-way' ORDER BY ordered_at", this::read);
  }

  @Override
  public boolean begin(Transfer.Key key) {
    return sql.update(
            """
            UPDATE transfer SET attempts = attempts + 1
            WHERE database_id = ? AND direction = ? AND region = ? AND state = 'under-way'
            """,
            key.databaseId(),
            key.direction().name(),
            key.region())
        == 1;
  }

  @Override
  public void end(Transfer.Key key, Transfer.State state, Instant now) {
    sql.update(
        """
        UPDATE transfer SET state = ?, failure = ?, ended_at = ?, places = ?
        WHERE database_id = ? AND direction = ? AND region = ? AND state = 'under-way'
        """,
        word(state),
        state instanceof Transfer.State.Failed(var failure) ? documents.write(failure) : null,
        now,
        documents.write(new Places(List.of())),
        key.databaseId(),
        key.direction().name(),
        key.region());
  }

  @Override
  public void removeAll(int databaseId) {
    sql.update("DELETE FROM transfer WHERE database_id = ?", databaseId);
  }

  private static String word(Transfer.State state) {
    return switch (state) {
      case Transfer.State.UnderWay _ -> UNDER_WAY;
      case Transfer.State.Succeeded _ -> SUCCEEDED;
      case Transfer.State.Failed _ -> FAILED;
    };
  }

  private Transfer read(Row row) throws SQLException {
    return new Transfer(
        new Transfer.Key(
            row.number("database_id"),
            Transfer.Direction.valueOf(row.text("direction")),
            row.text("region")),
        new AccountId(row.number("account_id")),
        row.number("subscription_id"),
        row.text("database_name"),
        documents.read(row.text("places"), Places.class).places(),
        row.time("ordered_at"),
        row.number("attempts"),
        state(row),
        row.timeOrNull("ended_at"));
  }

  private Transfer.State state(Row row) throws SQLException {
    String word = row.text("state");
    return switch (word) {
      case UNDER_WAY -> new Transfer.State.UnderWay();
      case SUCCEEDED -> new Transfer.State.Succeeded();
      case FAILED ->
          new Transfer.State.Failed(documents.read(row.text("failure"), Transfer.Failure.class));
      default -> throw new IllegalStateException("the store holds a transfer in state " + word);
    };
  }
}
