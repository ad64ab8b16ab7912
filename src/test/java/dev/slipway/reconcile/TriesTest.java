package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Limits;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.Trouble;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TriesTest {
  private static final Observed DEAD =
      new Observed(Life.DEAD, true, null, null, Observed.Replica.NONE, null);
  private static final Observed SERVING =
      new Observed(Life.SERVING, true, null, null, Observed.Replica.NONE, null);
  private static final Observed LOADING =
      new Observed(Life.LOADING, true, null, null, Observed.Replica.NONE, null);
  private static final Trouble TROUBLE =
      new Trouble(new Problem(ProblemType.PROVISION_FAILURE, "no room"), false);

  private final Tries tries = after(0);

  @ParameterizedTest
  @CsvSource({
    "1, 50",
    "2, 100",
    "3, 200",
    "4, 400",
    "5, 800",
    "6, 1600",
    "7, 3200",
    "8, 6400",
    "9, 12800",
    "10, 25600",
    "11, 30000",
    "12, 30000",
    "2147483647, 30000"
  })
  void pauseDoublesFrom50MillisecondsTo30Seconds(int count, int milliseconds) {
    assertThat(after(count).backOff()).hasMillis(milliseconds);
  }

  @Test
  void everyFailureIsOneMoreTry() {
    tries.failed(TROUBLE);
    tries.failed(TROUBLE);

    assertThat(tries.count()).isEqualTo(2);
    assertThat(tries.trouble()).isEqualTo(TROUBLE);
  }

  @Test
  void actionThatChangedNothingIsOneMoreTry() {
    tries.applied(Action.START, DEAD);
    tries.look(DEAD);

    assertThat(tries.changedNothing(Action.START)).isTrue();
    assertThat(tries.count()).isOne();
  }

  @Test
  void whatHasHelpedIsNoTryOfWhatIsNext() {
    tries.applied(Action.CONFIGURE, SERVING);
    tries.look(DEAD);

    assertThat(tries.any()).isFalse();
  }

  @Test
  void startThatEndsWhileItLoadsIsATry() {
    tries.applied(Action.START, DEAD);
    tries.look(LOADING);
    tries.look(DEAD);

    assertThat(tries.any()).isTrue();
  }

  @Test
  void anotherActionIsNoRepetition() {
    tries.applied(Action.START, DEAD);

    assertThat(tries.changedNothing(Action.CONFIGURE)).isFalse();
    assertThat(tries.count()).isZero();
  }

  @Test
  void actionIsTriedAgainAfterOnePause() {
    tries.applied(Action.START, DEAD);
    tries.changedNothing(Action.START);

    assertThat(tries.changedNothing(Action.START)).isFalse();
  }

  @Test
  void triesAreCountedAnewWhenAnActionChangedSomething() {
    tries.failed(TROUBLE);
    tries.applied(Action.START, DEAD);

    tries.look(SERVING);

    assertThat(tries.count()).isZero();
    assertThat(tries.trouble()).isNull();
  }

  @Test
  void failureIsRememberedWhenNothingWasApplied() {
    tries.failed(TROUBLE);

    tries.look(LOADING);

    assertThat(tries.count()).isOne();
  }

  @Test
  void triesOfTheRowAreGoneOnWithAfterARestart() {
    assertThat(after(5).count()).isEqualTo(5);
  }

  @Test
  void anotherActionIsNotKeptWaiting() {
    tries.waitWith(Action.CONFIGURE, Instant.EPOCH.plusMillis(50));

    assertThat(tries.left(Action.START, Instant.EPOCH)).isZero();
  }

  @Test
  void triesOfAnotherActionAreNotCounted() {
    tries.failed(TROUBLE);
    tries.waitWith(Action.CONFIGURE, Instant.EPOCH.plusMillis(50));

    tries.begin(Action.START);

    assertThat(tries.count()).isZero();
  }

  @Test
  void actionThatNoLookHasShownToHelpWaitsAfterTheVisit() {
    tries.applied(Action.START, DEAD);

    tries.end(Instant.EPOCH);

    assertThat(tries.left(Action.START, Instant.EPOCH)).hasMillis(50);
  }

  @Test
  void actionThatHelpedDoesNotWait() {
    tries.applied(Action.START, DEAD);
    tries.look(SERVING);

    tries.end(Instant.EPOCH);

    assertThat(tries.left(Action.START, Instant.EPOCH)).isZero();
  }

  @Test
  void loadingIsNoHelpYet() {
    tries.applied(Action.START, DEAD);
    tries.look(LOADING);

    tries.end(Instant.EPOCH);

    assertThat(tries.count()).isOne();
    assertThat(tries.left(Action.START, Instant.EPOCH)).hasMillis(50);
  }

  /// As it is read from a row that counts so many tries.
  private static Tries after(int count) {
    Resource<DatabaseSpec> row =
        new Resource<>(
            Ref.database(1),
            new AccountId(1),
            1,
            Specs.database("cache"),
            new Status.Pending(""),
            1,
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH,
            null,
            count,
            null,
            null,
            null,
            null);
    return new Tries(Limits.standard(), row);
  }
}
