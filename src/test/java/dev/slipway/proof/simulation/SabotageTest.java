package dev.slipway.proof.simulation;

import static dev.slipway.proof.simulation.BrokenPlatform.Fault.CONFIGURES_NOTHING;
import static dev.slipway.proof.simulation.BrokenPlatform.Fault.NOTICES_NO_DEATH;
import static dev.slipway.proof.simulation.BrokenPlatform.Fault.SEES_NO_FOLDER;
import static dev.slipway.proof.simulation.BrokenPlatform.Fault.SHOOTS_THE_SILENT;
import static dev.slipway.proof.simulation.BrokenPlatform.Fault.STARTS_IN_AN_EMPTY_FOLDER;
import static dev.slipway.proof.simulation.BrokenPlatform.Fault.STARTS_NOTHING;
import static dev.slipway.proof.simulation.BrokenPlatform.Fault.TAKES_LOADING_FOR_SERVING;
import static dev.slipway.proof.simulation.BrokenPlatform.Fault.TAKES_OVER_UNTOLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Unwritten;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The code is broken on purpose, once for each thing that can be wrong, and the simulation finds
/// it in few seeds.
final class SabotageTest {
  private static final int SEEDS = 500;
  private static final int WORKERS = 2;

  @Test
  void laneThatIsFreeWhileItsTaskRunsIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.FREES_THE_LANE_AT_THE_CLAIM))).startsWith("I1 OneAtATime");
  }

  @Test
  void taskThatIsPassedOverIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.PASSES_OVER_ONE_THAT_WAITS))).startsWith("I2 InOrder");
  }

  @Test
  void resourceThatComesBackFromItsDeletionIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.REVIVES_WHAT_IS_BEING_DELETED)))
        .startsWith("I3 OnlyForward");
  }

  @Test
  void taskThatChangesAfterItsVerdictIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.CHANGES_A_VERDICT))).startsWith("I3 OnlyForward");
  }

  @Test
  void taskThatIsLostInACrashIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.LOSES_WHAT_A_CRASH_INTERRUPTED)))
        .startsWith("I4 NothingLost");
  }

  @Test
  void answerBeforeTheCommitIsFound() throws InterruptedException {
    assertThat(faultOf(Seams.NONE.withStore(ForgetfulStore::new))).startsWith("I4 NothingLost");
  }

  @Test
  void databaseThatIsMadeTwiceIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.MAKES_A_DATABASE_TWICE))).startsWith("I5 ExactlyOnce");
  }

  @Test
  void idempotencyKeyThatIsIgnoredIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.FORGETS_IDEMPOTENCY_KEYS))).startsWith("I5 key");
  }

  @Test
  void fourthChangingSubscriptionIsFound() throws InterruptedException {
    assertThat(faultOf(Seams.NONE.withCommands(BrokenCommands::withoutTheLimitOfThree)))
        .startsWith("I6 ThreeAtMost");
  }

  @Test
  void deathThatIsNotNoticedIsFound() throws InterruptedException {
    assertThat(faultOf(with(NOTICES_NO_DEATH))).startsWith("I7 ActiveMeansServing");
  }

  @Test
  void deathThatIsNotShownWhileNothingCanBeWrittenIsFound() throws InterruptedException {
    assertThat(faultOf(Seams.NONE.withUnwritten(_ -> Unwritten.NOTHING)))
        .startsWith("I7 ActiveMeansServing");
  }

  @Test
  void activeBeforeTheFirstPongIsFound() throws InterruptedException {
    assertThat(faultOf(with(TAKES_LOADING_FOR_SERVING))).startsWith("I7 ActiveMeansServing");
  }

  @Test
  void deadDatabaseThatIsPendingForHoursIsFound() throws InterruptedException {
    assertThat(faultOf(Seams.NONE.withLimits(BrokenLimits::withTenHoursOfRecovery)))
        .startsWith("I7 PendingThenError");
  }

  @Test
  void folderThatStaysAfterItsRowIsFound() throws InterruptedException {
    assertThat(faultOf(with(SEES_NO_FOLDER))).startsWith("I8 NothingLeft");
  }

  @Test
  void portThatStaysAfterItsRowIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.KEEPS_PORTS))).startsWith("I8 NothingLeft");
  }

  @Test
  void lostWritesAreFound() throws InterruptedException {
    assertThat(faultOf(with(STARTS_IN_AN_EMPTY_FOLDER))).startsWith("I9 WritesSurvive");
  }

  @Test
  void replicaThatTakesOverBeforeTheRowSaysSoIsFound() throws InterruptedException {
    assertThat(faultOf(with(TAKES_OVER_UNTOLD))).startsWith("OneTakesWrites");
  }

  @Test
  void taskThatIsRemovedTooEarlyIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.REMOVES_TASKS_AFTER_A_MINUTE))).startsWith("I10 TenDays");
  }

  @Test
  void sweepThatTrustsAClockThatJumpedIsFound() throws InterruptedException {
    assertThat(faultOf(Seams.NONE.withSweep(sweep -> () -> sweep.getAsInt() + sweep.getAsInt())))
        .startsWith("I10 TenDays");
  }

  @Test
  void passwordInARefusalIsFound() throws InterruptedException {
    assertThat(faultOf(Seams.NONE.withCommands(BrokenCommands::tellingThePassword)))
        .startsWith("I11 NoSecretShown");
  }

  @Test
  void passwordInTheLogIsFound() throws InterruptedException {
    assertThat(faultOf(Seams.NONE.withCommands(BrokenCommands::loggingThePassword)))
        .startsWith("I11 NoSecretShown");
  }

  @Test
  void commandThatReachesAnotherAccountIsFound() throws InterruptedException {
    assertThat(faultOf(Seams.NONE.withCommands(BrokenCommands::forEveryAccount)))
        .startsWith("I12 Apart");
  }

  @Test
  void hungRedisThatIsShotIsFound() throws InterruptedException {
    assertThat(faultOf(with(SHOOTS_THE_SILENT))).startsWith("NeverShot");
  }

  @Test
  void portThatChangesAfterTheFirstActiveIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.MOVES_THE_PORT_OF_A_DEAD_ONE))).startsWith("PortsStay");
  }

  @Test
  void requestedPortThatChangesIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.MOVES_A_PORT_THAT_WAS_ASKED_FOR))).startsWith("PortsStay");
  }

  @Test
  void wishThatIsForgottenAtTheEndOfAVisitIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.FORGETS_A_WISH_DURING_A_VISIT))).startsWith("LooksAtOnce");
  }

  @Test
  void triesThatDoNotWaitLongerAndLongerAreFound() throws InterruptedException {
    assertThat(faultOf(Seams.NONE.withLimits(BrokenLimits::withoutDoubling)))
        .startsWith("BacksOff");
  }

  @Test
  void pauseThatASuspicionCutsShortIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.FORGETS_PAUSES))).startsWith("BacksOff");
  }

  @Test
  void creationThatPaysForTheTimeInWhichNoProgramRanIsFound() throws InterruptedException {
    assertThat(faultOf(Seams.NONE.withSince(_ -> Instant.EPOCH))).startsWith("FairTry");
  }

  @Test
  void creationThatIsCalledErrorWithoutOneStartIsFound() throws InterruptedException {
    assertThat(faultOf(with(STARTS_NOTHING))).startsWith("FairTry");
  }

  @Test
  void startThatIsReadyBeforeItHasLookedIsFound() throws InterruptedException {
    assertThat(faultOf(with(BrokenStore.DELAYS_EVERY_LOOK))).startsWith("ReadyAfterLooks");
  }

  @Test
  void handlerThatThrowsIsFound() throws InterruptedException {
    assertThat(faultOf(Seams.NONE.withCommands(BrokenCommands::thatThrow)))
        .startsWith("NoInternalError");
  }

  @Test
  void settingsThatNeverArriveAreFound() throws InterruptedException {
    assertThat(faultOf(with(CONFIGURES_NOTHING))).startsWith("AtRest");
  }

  @Test
  void failureIsToldWithTheMovesBeforeItAndTheCommandThatReplaysIt() throws InterruptedException {
    Report report = new Campaign(with(BrokenStore.MAKES_A_DATABASE_TWICE), 1, true).run(1, SEEDS);

    assertThat(report.failures())
        .singleElement()
        .asString()
        .contains("sends create subscription", "I5 ExactlyOnce")
        .endsWith("again: ./slipway simulate --seeds 1 --from 1");
  }

  private static Seams with(BrokenStore broken) {
    return Seams.NONE.withFile(broken);
  }

  private static Seams with(BrokenPlatform.Fault fault) {
    return Seams.NONE.withPlatform(platform -> new BrokenPlatform(platform, fault));
  }

  private static String faultOf(Seams broken) throws InterruptedException {
    Report report = new Campaign(broken, WORKERS, true).run(1, SEEDS);
    return report.failed().findFirst().map(SeedResult::fault).orElse("nothing was found");
  }
}
