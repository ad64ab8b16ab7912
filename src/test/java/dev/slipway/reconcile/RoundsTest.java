package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Ref;
import dev.slipway.model.Status;
import dev.slipway.platform.Observed.Life;
import dev.slipway.reconcile.Rounds.Round;
import dev.slipway.store.Store;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.store.Tx;
import dev.slipway.store.sql.Stores;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Move by move, what the reconciler does about a disk that is full for a while.
final class RoundsTest extends DatabaseVisits {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Doubts doubts = new Doubts();
  private boolean full;
  private boolean caughtUp;
  private Rounds rounds;

  @BeforeEach
  void begin() {
    bringUp();
    store = new MayBeFull(store);
    rounds = new Rounds(reconciler(Stores.START), doubts, () -> {}, () -> caughtUp = true);
  }

  @Test
  void deathThatCannotBeWrittenIsADoubtUntilItsRowSaysSo() {
    visitWhatIsDue();
    redis.life = Life.DEAD;
    full = true;
    rounds.look(DATABASE);

    Round failed = rounds.next();

    assertThat(failed).isEqualTo(new Round(List.of(), SECOND));
    assertThat(doubts.doubts(DATABASE)).isTrue();
    full = false;
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
    full = true;

    assertThat(rounds.step(DATABASE)).hasValue(SECOND);

    assertThat(doubts.doubts(DATABASE)).isTrue();
  }

  @Test
  void silenceThatWasSeenAndCannotBeWrittenIsADoubt() {
    redis.life = Life.SILENT;
    rounds.look(DATABASE);
    rounds.next();
    rounds.step(DATABASE);
    full = true;

    assertThat(rounds.step(DATABASE)).hasValue(SECOND);

    assertThat(doubts.doubts(DATABASE)).isTrue();
  }

  @Test
  void deathOfOneWhoseVisitStillWaitsForTheStoreIsADoubt() {
    rounds.next();
    rounds.step(DATABASE);
    full = true;
    rounds.step(DATABASE);
    full = false;
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
    full = true;

    rounds.step(DATABASE);

    assertThat(doubts.doubts(DATABASE)).isTrue();
  }

  @Test
  void routineLookThatCannotBeWrittenDownIsNoDoubt() {
    rounds.next();
    rounds.step(DATABASE);
    full = true;

    assertThat(rounds.step(DATABASE)).hasValue(SECOND);

    assertThat(doubts.doubts(DATABASE)).isFalse();
  }

  @Test
  void whatAStartCannotLookAtIsADoubtAndKeepsItFromBeingReady() {
    rounds.begin();
    rounds.next();
    full = true;

    rounds.step(DATABASE);

    assertThat(doubts.doubts(DATABASE)).isTrue();
    assertThat(caughtUp).isFalse();
    full = false;
    toItsEnd();
    assertThat(doubts.doubts(DATABASE)).isFalse();
    assertThat(caughtUp).isTrue();
  }

  @Test
  void whatHasNoRowAnyMoreIsNoDoubtForLong() {
    visitWhatIsDue();
    Ref gone = Ref.database(10_002);
    full = true;
    rounds.look(gone);
    rounds.next();
    assertThat(doubts.doubts(gone)).isTrue();
    full = false;

    rounds.next();

    assertThat(doubts.doubts(gone)).isFalse();
  }

  @Test
  void visitThatWaitedForTheStoreGoesOnWithItsLease() {
    rounds.next();
    rounds.step(DATABASE);
    full = true;
    rounds.step(DATABASE);
    full = false;

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

  /// Reads go on.
  private final class MayBeFull implements Store {
    private final Store store;

    MayBeFull(Store store) {
      this.store = store;
    }

    @Override
    public <T> T read(Function<Tx, T> work) {
      return store.read(work);
    }

    @Override
    public <T> T write(Function<Tx, T> work) {
      demandRoom();
      return store.write(work);
    }

    @Override
    public <T> T note(Function<Tx, T> work) {
      demandRoom();
      return store.note(work);
    }

    private void demandRoom() {
      if (full) {
        throw new StoreUnavailable("the disk is full", new IOException("no space left"));
      }
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
