package dev.slipway.command;

import static dev.slipway.model.Specs.database;

import dev.slipway.model.ChangeDraft;
import dev.slipway.model.DatabaseDraft;
import dev.slipway.model.Problem;
import dev.slipway.model.Specs;
import dev.slipway.model.UpdateDatabase;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;

/// A test of updates of one active database.
abstract class DatabaseUpdateTest extends DeskTest {
  int subscription;

  int database;

  @BeforeEach
  void subscribe() {
    subscription = desk.subscription(Desk.ACTIVE);
    database = desk.database(subscription, database("cache"), Desk.ACTIVE);
  }

  int databaseWith(Consumer<DatabaseDraft> but) {
    subscription = desk.subscription(Desk.ACTIVE);
    return desk.database(subscription, database("cache", but), Desk.ACTIVE);
  }

  int change(Consumer<ChangeDraft> change) {
    return desk.accept(new UpdateDatabase(subscription, database, Specs.change(change), false));
  }

  Problem refuse(Consumer<ChangeDraft> change) {
    return desk.refuse(new UpdateDatabase(subscription, database, Specs.change(change), false));
  }
}
