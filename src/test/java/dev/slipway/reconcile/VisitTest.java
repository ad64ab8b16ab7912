package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Status;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed.Life;
import dev.slipway.store.sql.Stores;
import org.junit.jupiter.api.Test;

/// What one visit does to a database.
final class VisitTest extends DatabaseVisits {
  @Test
  void lostDatabaseIsCalledPendingAndNothingIsStartedYet() {
    bringUp();
    redis.life = Life.DEAD;
    redis.actions.clear();

    visitToItsEnd(Stores.START);

    assertThat(row().status()).isInstanceOf(Status.Pending.class);
    assertThat(redis.actions).isEmpty();
  }

  @Test
  void lostDatabaseIsDueAtOnce() {
    bringUp();
    redis.life = Life.DEAD;
    visitToItsEnd(Stores.START);
    redis.actions.clear();

    visitToItsEnd(Stores.START);

    assertThat(redis.actions).containsExactly(Action.START);
    assertThat(row().status()).isEqualTo(new Status.Active());
  }

  @Test
  void databaseIsFlushedOnceAVisit() {
    bringUp();
    redis.actions.clear();
    var row = row();
    store.write(
        tx -> {
          tx.databases().want(row, row.spec(), new Status.Changing(Status.Changing.FLUSH), now);
          return true;
        });

    visitToItsEnd(Stores.START);

    assertThat(redis.actions).containsExactly(Action.FLUSH);
    assertThat(row().status()).isEqualTo(new Status.Active());
  }

  @Test
  void creationThatWasNeverTriedIsTriedHoweverLate() {
    now = now.plus(LATE);

    visitToItsEnd(Stores.START);

    assertThat(redis.actions).containsExactly(Action.START);
    assertThat(row().status()).isEqualTo(new Status.Active());
  }

  @Test
  void timeInWhichNoProgramRanIsNotCounted() {
    now = now.plus(LATE);
    redis.life = Life.SILENT;

    visitToItsEnd(now);

    assertThat(row().status()).isInstanceOf(Status.Pending.class);
  }

  @Test
  void creationThatIsNotDoneInItsTimeFails() {
    now = now.plus(LATE);
    redis.life = Life.SILENT;

    visitToItsEnd(Stores.START);

    assertThat(row().status()).isInstanceOf(Status.Failed.class);
  }
}
