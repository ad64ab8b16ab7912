package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Limits;
import dev.slipway.model.Persistence;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Settings;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.Trouble;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Observed.Replica;
import dev.slipway.store.sql.Stores;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a database with a second Redis needs next.
final class ReplicaPlanTest {
  private static final DatabaseSpec REPLICATED =
      Specs.database("d", d -> d.persistence = Persistence.NONE);
  private static final DatabaseSpec SYNCED =
      Specs.database("d", d -> d.persistence = Persistence.AOF_EVERY_WRITE);
  private static final DatabaseSpec ALONE = Specs.database("d", d -> d.replication = false);
  private static final DatabaseSpec ASKED = REPLICATED.askedToFailOver();
  private static final Status PENDING = new Status.Pending("its Redis has died");
  private static final Problem PROBLEM = new Problem(ProblemType.PROVISION_FAILURE, "no");

  @ParameterizedTest
  @EnumSource(names = {"NONE", "DEAD", "STRAY", "LEADING"})
  void replicaThatDoesNotFollowIsMadeTo(Replica replica) {
    assertThat(next(REPLICATED, new Status.Active(), serving(REPLICATED, replica)))
        .isEqualTo(new Step.Do(Action.FOLLOW));
  }

  @Test
  void newDatabaseIsActiveOnlyWhenItsReplicaHasAllData() {
    Resource<DatabaseSpec> created = row(REPLICATED, new Status.Pending("new"), false);

    assertThat(next(created, serving(REPLICATED, Replica.SYNCING), FRESH))
        .isInstanceOf(Step.Wait.class);
    assertThat(next(created, serving(REPLICATED, Replica.FOLLOWING), FRESH))
        .isEqualTo(new Step.Settle(new Status.Active()));
  }

  @Test
  void replicaThatIsBehindTakesNobodysService() {
    assertThat(next(REPLICATED, PENDING, serving(REPLICATED, Replica.SYNCING)))
        .isEqualTo(new Step.Settle(new Status.Active()));
  }

  @Test
  void replicaThatNeverComesUpFailsTheCreation() {
    Resource<DatabaseSpec> created = row(REPLICATED, new Status.Pending("new"), false);
    History late =
        new History(
            Duration.ofMinutes(3),
            Duration.ofMinutes(3),
            true,
            true,
            1,
            new Trouble(PROBLEM, false),
            false);

    assertThat(next(created, serving(REPLICATED, Replica.DEAD), late))
        .isEqualTo(new Step.Settle(new Status.Failed(PROBLEM)));
  }

  @Test
  void replicaThatIsNotWantedAnyMoreIsRemoved() {
    assertThat(next(ALONE, new Status.Changing("to one"), serving(ALONE, Replica.FOLLOWING)))
        .isEqualTo(new Step.Do(Action.UNFOLLOW));
    assertThat(next(ALONE, new Status.Changing("to one"), serving(ALONE, Replica.NONE)))
        .isEqualTo(new Step.Settle(new Status.Active()));
  }

  @Test
  void replicaTakesOverWhenTheFirstHasDied() {
    assertThat(next(REPLICATED, PENDING, dead(Replica.BEREFT))).isEqualTo(new Step.TakeOver());
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "DEAD", "STRAY", "SYNCING"})
  void replicaWithoutAllDataNeverTakesOver(Replica replica) {
    assertThat(next(REPLICATED, PENDING, dead(replica))).isEqualTo(new Step.Do(Action.START));
  }

  @Test
  void whatIsSyncedAtEveryWriteIsStartedInPlaceFirst() {
    Resource<DatabaseSpec> database = row(SYNCED, PENDING, true);

    assertThat(next(database, dead(Replica.BEREFT), FRESH)).isEqualTo(new Step.Do(Action.START));
    assertThat(next(database, dead(Replica.BEREFT), tried())).isEqualTo(new Step.TakeOver());
  }

  @Test
  void databaseIsCalledLostBeforeItsReplicaTakesOver() {
    assertThat(next(REPLICATED, new Status.Active(), dead(Replica.BEREFT)))
        .isInstanceOf(Step.Settle.class);
  }

  @Test
  void failoverThatIsAskedForIsWrittenDownWhenTheReplicaHasAllData() {
    assertThat(next(ASKED, new Status.Active(), serving(ASKED, Replica.FOLLOWING)))
        .isEqualTo(new Step.TakeOver());
    assertThat(next(ASKED, new Status.Active(), serving(ASKED, Replica.SYNCING)))
        .isInstanceOf(Step.Wait.class);
  }

  @Test
  void writesAreHandedOverWhileTheDatabaseStaysActive() {
    assertThat(next(REPLICATED, new Status.Active(), other(Life.SUCCEEDING, Replica.LEADING)))
        .isEqualTo(new Step.Do(Action.CONFIGURE));
  }

  @Test
  void theOneThatServesGoesOnWhenItHandedOverInVainThreeTimes() {
    Resource<DatabaseSpec> database = row(REPLICATED, new Status.Active(), true);
    Observed seen = other(Life.SUCCEEDING, Replica.LEADING);

    assertThat(next(database, seen, failed(2))).isEqualTo(new Step.Do(Action.CONFIGURE));
    assertThat(next(database, seen, failed(3))).isEqualTo(new Step.TakeOver());
  }

  @ParameterizedTest
  @EnumSource(names = {"DEAD", "SILENT", "INCOMPLETE", "LOADING", "UNREACHABLE"})
  void theOneThatServesGoesOnWhenTheOtherCannotTakeOver(Life life) {
    assertThat(next(REPLICATED, new Status.Active(), other(life, Replica.LEADING)))
        .isEqualTo(new Step.TakeOver());
  }

  @Test
  void databaseThatACrashLeftClosedIsCalledLostAndThenHandedOver() {
    Observed closed = other(Life.SUCCEEDING, Replica.STRAY);

    assertThat(next(REPLICATED, new Status.Active(), closed)).isInstanceOf(Step.Settle.class);
    assertThat(next(REPLICATED, PENDING, closed)).isEqualTo(new Step.Do(Action.CONFIGURE));
    assertThat(next(row(REPLICATED, PENDING, true), closed, failed(3)))
        .isEqualTo(new Step.TakeOver());
  }

  @Test
  void whatIsSyncedAtEveryWriteIsStartedInPlaceAlsoWhenItDiesBeforeItHandedOver() {
    Resource<DatabaseSpec> database = row(SYNCED, PENDING, true);
    Observed bereft = other(Life.SUCCEEDING, Replica.DEAD);

    assertThat(next(database, bereft, FRESH)).isEqualTo(new Step.TakeOver());
    assertThat(next(database, bereft, failed(1))).isEqualTo(new Step.TakeOver());
    assertThat(next(database, bereft, tried())).isEqualTo(new Step.Do(Action.CONFIGURE));
  }

  @Test
  void theOneWithTheFilesIsStartedWhenTheOtherHasNotAllData() {
    Observed half = other(Life.INCOMPLETE, Replica.DEAD);

    assertThat(next(REPLICATED, PENDING, half)).isEqualTo(new Step.TakeOver());
  }

  @Test
  void replicaEndsWithItsDatabase() {
    Resource<DatabaseSpec> deleting = row(REPLICATED, new Status.Deleting(), true);

    assertThat(next(deleting, dead(Replica.BEREFT), FRESH)).isEqualTo(new Step.Do(Action.STOP));
    assertThat(next(deleting, dead(Replica.DEAD), FRESH)).isEqualTo(new Step.Do(Action.ERASE));
  }

  private static final History FRESH =
      new History(Duration.ZERO, Duration.ZERO, false, false, 0, null, false);

  private static History tried() {
    return new History(Duration.ZERO, Duration.ZERO, true, true, 1, null, false);
  }

  private static Observed serving(DatabaseSpec spec, Replica replica) {
    return new Observed(Life.SERVING, true, null, settings(spec), replica, null);
  }

  private static History failed(int failures) {
    return new History(
        Duration.ZERO, Duration.ZERO, true, false, failures, new Trouble(PROBLEM, false), false);
  }

  private static Observed other(Life life, Replica replica) {
    return new Observed(life, true, null, null, replica, null);
  }

  private static Observed dead(Replica replica) {
    return new Observed(Life.DEAD, true, null, null, replica, null);
  }

  private static Step next(DatabaseSpec spec, Status status, Observed seen) {
    return next(row(spec, status, true), seen, FRESH);
  }

  private static Step next(Resource<DatabaseSpec> row, @Nullable Observed seen, History history) {
    return DatabasePlan.next(row, settings(row.spec()), seen, history, Limits.standard());
  }

  private static Settings settings(DatabaseSpec spec) {
    return Settings.wantedBy(Wanted.alone(spec));
  }

  private static Resource<DatabaseSpec> row(DatabaseSpec spec, Status status, boolean everActive) {
    return new Resource<>(
        Ref.database(10_001),
        new AccountId(1),
        10_001,
        spec,
        status,
        1,
        Stores.START,
        Stores.START,
        Stores.START,
        everActive ? Stores.START : null,
        0,
        null,
        null,
        null,
        null);
  }
}
