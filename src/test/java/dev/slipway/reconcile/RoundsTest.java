package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Ref;
import dev.slipway.model.Status;
import dev.slipway.platform.Observed.Life;
import dev.slipway.reconcile.Rounds.Round;
import dev.slipway.store.BreakableStore;
import dev.slipway.store.sql.Stores;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Move by move, what the reconciler does about a disk that is full for a while.
final class RoundsTest extends DatabaseVisits {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Doubts doubts = new Doubts();
  private BreakableStore disk;
  private boolean caughtUp;
  private Rounds rounds;

  @BeforeEach
  void begin() {
    bringUp();
    disk = new BreakableStore(store);
    store = disk;
    rounds = new Rounds(reconciler(Stores.START), doubts, () -> {}, () -> caughtUp = true);
  }

  @Test
  void deathThatCannotBeWrittenIsADoubtUntilItsRowSaysSo() {
    visitWhatIsDue();
    redis.life = Life.DEAD;
    disk.fill(true);
    rounds.look(DATABASE);

    Round failed = rounds.next();

    assertThat(failed).isEqualTo(new Round(List.of(), SECOND));
    assertThat(doubts.doubts(DATABASE)).isTrue();
    disk.fill(false);
    visitWhatIsDue();
    assertThat(doubts.doubts(DATABASE)).isFalse();
    assertThat(row().status()).isEqualTo(new Status.Active());
  }

  @Test
  void suspicionThatIsWrittenInTimeIsNoDoubt() {
    rounds.look(DATABASE);

    rounds.next();

    assertThat(doubts.doubts(DATABASE)).isFalse();
  }

  @Test
  void silentOneThatCannotBeLookedAtSinceThenIsADoubt() {
    redis.life = Life.SILENT;
    rounds.look(DATABASE);
    rounds.next();
    disk.fill(true);

    assertThat(rounds.step(DATABASE)).hasValue(SECOND);

    assertThat(doubts.doubts(DATABASE)).isTrue();
  }

  @Test
  void silenceThatWasSeenAndCannotBeWrittenIsADoubt() {
    redis.life = Life.SILENT;
    rounds.look(DATABASE);
    rounds.next();
    rounds.step(DATABASE);
    disk.fill(true);

    assertThat(rounds.step(DATABASE)).hasValue(SECOND);

    assertThat(doubts.doubts(DATABASE)).isTrue();
  }

  @Test
  void deathOfOneWhoseVisitStillWaitsForTheStoreIsADoubt() {
    rounds.next();
    rounds.step(DATABASE);
    disk.fill(true);
    rounds.step(DATABASE);
    disk.fill(false);
    redis.life = Life.DEAD;
    rounds.look(DATABASE);

    rounds.next();

    assertThat(row().status()).isEqualTo(new Status.Active());
    assertThat(doubts.doubts(DATABASE)).isTrue();
  }

  @Test
  void oneWhoseFirstLookFailedIsADoubtWhenTheNextCannotBegin() {
    redis.blind = true;
    rounds.look(DATABASE);
    visitWhatIsDue();
    redis.blind = false;
    redis.life = Life.SILENT;
    now = now.plus(SECOND);
    rounds.next();
    disk.fill(true);

    rounds.step(DATABASE);

    assertThat(doubts.doubts(DATABASE)).isTrue();
  }

  @Test
  void routineLookThatCannotBeWrittenDownIsNoDoubt() {
    rounds.next();
    rounds.step(DATABASE);
    disk.fill(true);

    assertThat(rounds.step(DATABASE)).hasValue(SECOND);

    assertThat(doubts.doubts(DATABASE)).isFalse();
  }

  @Test
  void whatAStartCannotLookAtIsADoubtAndKeepsItFromBeingReady() {
    rounds.begin();
    rounds.next();
    disk.fill(true);

    rounds.step(DATABASE);

    assertThat(doubts.doubts(DATABASE)).isTrue();
    assertThat(caughtUp).isFalse();
    disk.fill(false);
    toItsEnd();
    assertThat(doubts.doubts(DATABASE)).isFalse();
    assertThat(caughtUp).isTrue();
  }

  @Test
  void whatHasNoRowAnyMoreIsNoDoubtForLong() {
    visitWhatIsDue();
    Ref gone = Ref.database(10_002);
    disk.fill(true);
    rounds.look(gone);
    rounds.next();
    assertThat(doubts.doubts(gone)).isTrue();
    disk.fill(false);

    rounds.next();

    assertThat(doubts.doubts(gone)).isFalse();
  }

  @Test
  void visitThatWaitedForTheStoreGoesOnWithItsLease() {
    rounds.next();
    rounds.step(DATABASE);
    disk.fill(true);
    rounds.step(DATABASE);
    disk.fill(false);

    assertThat(rounds.step(DATABASE)).isEmpty();

    assertThat(rounds.next().due()).isEmpty();
  }

  @Test
  void whatIsInAVisitIsNotFoundAgain() {
    assertThat(rounds.next().due()).containsExactly(DATABASE);

    assertThat(rounds.next().due()).isEmpty();
  }

  private void visitWhatIsDue() {
    assertThat(rounds.next().due()).containsExactly(DATABASE);
    toItsEnd();
  }

  private void toItsEnd() {
    for (var rest = rounds.step(DATABASE); rest.isPresent(); rest = rounds.step(DATABASE)) {
      assertThat(rest).hasValue(Duration.ZERO);
    }
    // One that was called lost is due again at once.
    if (rounds.next().due().contains(DATABASE)) {
      toItsEnd();
    }
  }
}
