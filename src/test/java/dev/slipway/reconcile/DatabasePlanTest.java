package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Limits;
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
import dev.slipway.store.sql.Stores;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DatabasePlanTest {
  private static final DatabaseSpec SPEC = Specs.database("cache");
  private static final Settings WANTED = Settings.wantedBy(Wanted.alone(SPEC));
  private static final Status PENDING = new Status.Pending("it is being made");
  private static final Status ACTIVE = new Status.Active();
  private static final Problem PROBLEM = new Problem(ProblemType.PROVISION_FAILURE, "no room");
  private static final Step START = new Step.Do(Action.START);
  private static final History FRESH =
      new History(Duration.ZERO, Duration.ZERO, false, false, 0, null, false);

  @Test
  void newDatabaseIsStarted() {
    assertThat(next(created(PENDING), nothing(), FRESH)).isEqualTo(START);
  }

  @Test
  void servingWithTheWantedSettingsIsActive() {
    assertThat(next(created(PENDING), serving(WANTED), FRESH)).isEqualTo(new Step.Settle(ACTIVE));
  }

  @Test
  void settingsThatDifferAreChangedLive() {
    assertThat(next(live(ACTIVE), serving(drifted()), FRESH))
        .isEqualTo(new Step.Do(Action.CONFIGURE));
  }

  @Test
  void databaseIsFlushedOnceAndThenActive() {
    var flushing = live(new Status.Changing(Status.Changing.FLUSH));
    var flushed = new History(Duration.ZERO, Duration.ZERO, true, true, 0, null, true);

    assertThat(next(flushing, serving(WANTED), FRESH)).isEqualTo(new Step.Do(Action.FLUSH));
    assertThat(next(flushing, serving(WANTED), flushed)).isEqualTo(new Step.Settle(ACTIVE));
  }

  @Test
  void anotherChangeFlushesNothing() {
    var changing = live(new Status.Changing("new settings"));

    assertThat(next(changing, serving(WANTED), FRESH)).isEqualTo(new Step.Settle(ACTIVE));
  }

  @Test
  void redisThatDoesNotKnowTheWantedPasswordYetIsToldIt() {
    Observed oldPassword =
        new Observed(Life.UNREACHABLE, true, null, drifted(), Observed.Replica.NONE, null);

    assertThat(next(live(new Status.Changing("new password")), oldPassword, FRESH))
        .isEqualTo(new Step.Do(Action.CONFIGURE));
  }

  @Test
  void deadRedisIsCalledPendingBeforeAnythingElse() {
    assertThat(next(live(ACTIVE), nothing(), FRESH))
        .isInstanceOfSatisfying(
            Step.Settle.class,
            settle -> assertThat(settle.status()).isInstanceOf(Status.Pending.class));
  }

  @Test
  void deadRedisIsStartedAgain() {
    assertThat(next(live(PENDING), nothing(), FRESH)).isEqualTo(START);
  }

  @Test
  void creationThatWasNeverTriedIsTriedHoweverLate() {
    History late =
        new History(Duration.ofDays(1), Duration.ofDays(1), false, false, 0, null, false);

    assertThat(next(created(PENDING), nothing(), late)).isEqualTo(START);
  }

  @Test
  void redisThatIsDownForTooLongIsAnError() {
    assertThat(next(live(PENDING), nothing(), after(Duration.ofSeconds(11), null)))
        .isInstanceOfSatisfying(
            Step.Settle.class,
            settle -> assertThat(settle.status()).isInstanceOf(Status.Failed.class));
  }

  @Test
  void databaseThatWasActiveOnceIsTriedForEver() {
    assertThat(
            next(
                live(new Status.Failed(PROBLEM)),
                nothing(),
                after(Duration.ofDays(1), new Trouble(PROBLEM, true))))
        .isEqualTo(START);
  }

  @Test
  void refusedSettingsAreTriedAgainWhenTheErrorIsSaid() {
    Trouble refused = new Trouble(PROBLEM, true);

    assertThat(
            next(live(new Status.Changing("")), serving(drifted()), after(Duration.ZERO, refused)))
        .isEqualTo(new Step.Settle(new Status.Failed(PROBLEM)));
    assertThat(
            next(
                live(new Status.Failed(PROBLEM)),
                serving(drifted()),
                after(Duration.ZERO, refused)))
        .isEqualTo(new Step.Do(Action.CONFIGURE));
  }

  @Test
  void upgradeThatFailsSaysThatItWasForThat() {
    var upgrading = live(new Status.Changing(Status.Changing.UPGRADE));
    var failed = new Problem(ProblemType.DATABASE_UPGRADE_FAILED, PROBLEM.description());

    assertThat(
            next(upgrading, serving(drifted()), after(Duration.ZERO, new Trouble(PROBLEM, true))))
        .isEqualTo(new Step.Settle(new Status.Failed(failed)));
    assertThat(next(upgrading, nothing(), after(Duration.ofSeconds(121), null)))
        .isInstanceOfSatisfying(
            Step.Settle.class, settle -> assertThat(settle.status().upgrading()).isTrue());
  }

  @Test
  void hungRedisIsLookedAtAndNotShot() {
    assertThat(next(live(PENDING), seen(Life.SILENT), FRESH)).isInstanceOf(Step.Wait.class);
  }

  @Test
  void creationThatTakesTooLongFailsWithItsLastTrouble() {
    assertThat(
            next(
                created(PENDING),
                nothing(),
                after(Duration.ofSeconds(121), new Trouble(PROBLEM, false))))
        .isEqualTo(new Step.Settle(new Status.Failed(PROBLEM)));
  }

  @Test
  void creationThatCannotWorkFailsAtOnce() {
    assertThat(next(created(PENDING), nothing(), after(Duration.ZERO, new Trouble(PROBLEM, true))))
        .isEqualTo(new Step.Settle(new Status.Failed(PROBLEM)));
  }

  @Test
  void failedCreationIsLeftToRest() {
    Status failed = new Status.Failed(PROBLEM);

    assertThat(next(created(failed), nothing(), FRESH)).isEqualTo(new Step.Settle(failed));
  }

  @Test
  void stolenPortIsLeftToTheThiefBeforeTheFirstActive() {
    assertThat(next(created(PENDING), holder("a stranger"), FRESH))
        .isEqualTo(new Step.TakeOtherPort("a stranger"));
  }

  @Test
  void portIsNeverChangedAfterTheFirstActive() {
    assertThat(next(live(PENDING), holder("a stranger"), FRESH)).isEqualTo(START);
  }

  @Test
  void portThatWasAskedForIsNeverChanged() {
    DatabaseSpec asked = Specs.database("cache", draft -> draft.port = 12_000);

    assertThat(next(row(asked, PENDING, false), holder("a stranger"), FRESH)).isEqualTo(START);
  }

  @Test
  void deletionStopsThenErasesThenForgets() {
    Resource<DatabaseSpec> deleting = live(new Status.Deleting());

    assertThat(next(deleting, serving(WANTED), FRESH)).isEqualTo(new Step.Do(Action.STOP));
    assertThat(
            next(
                deleting,
                new Observed(Life.DEAD, true, null, null, Observed.Replica.NONE, null),
                FRESH))
        .isEqualTo(new Step.Do(Action.ERASE));
    assertThat(next(deleting, nothing(), FRESH)).isEqualTo(new Step.Forget());
  }

  private static Step next(
      Resource<DatabaseSpec> database, @Nullable Observed seen, History history) {
    return DatabasePlan.next(database, WANTED, seen, history, Limits.standard());
  }

  private static Observed nothing() {
    return new Observed(Life.DEAD, false, null, null, Observed.Replica.NONE, null);
  }

  private static Observed holder(String name) {
    return new Observed(Life.DEAD, false, name, null, Observed.Replica.NONE, null);
  }

  @Test
  void oneLookMayFail() {
    assertThat(next(live(ACTIVE), null, lookFailed(1))).isInstanceOf(Step.Wait.class);
  }

  @Test
  void whatCannotBeLookedAtTwiceIsNotCalledActive() {
    assertThat(next(live(ACTIVE), null, lookFailed(2)))
        .isEqualTo(new Step.Settle(new Status.Pending("its Redis cannot be looked at")));
  }

  private static History lookFailed(int times) {
    return new History(
        Duration.ZERO, Duration.ZERO, true, true, times, new Trouble(PROBLEM, false), false);
  }

  private static Observed seen(Life life) {
    return new Observed(life, true, null, null, Observed.Replica.NONE, null);
  }

  private static Observed serving(Settings settings) {
    return new Observed(Life.SERVING, true, null, settings, Observed.Replica.FOLLOWING, null);
  }

  private static Settings drifted() {
    return new Settings(
        1,
        WANTED.eviction(),
        false,
        WANTED.appendFsync(),
        "",
        WANTED.passwordHash(),
        WANTED.users(),
        WANTED.endpoint());
  }

  private static History after(Duration time, @Nullable Trouble trouble) {
    return new History(time, time, true, true, trouble == null ? 0 : 1, trouble, false);
  }

  private static Resource<DatabaseSpec> created(Status status) {
    return row(SPEC, status, false);
  }

  private static Resource<DatabaseSpec> live(Status status) {
    return row(SPEC, status, true);
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
