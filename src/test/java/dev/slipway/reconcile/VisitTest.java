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
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Platform;
import dev.slipway.platform.PlatformException;
import dev.slipway.store.Store;
import dev.slipway.store.sql.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one visit does to a database in a world that is told what to show.
final class VisitTest {
  private static final AccountId ACCOUNT = new AccountId(1);
  private static final Ref DATABASE = Ref.database(10_001);
  private static final DatabaseSpec SPEC = Specs.database("cache");
  private static final Trouble BLIND =
      new Trouble(new Problem(ProblemType.PROVISION_FAILURE, "nobody may look"), false);
  private static final Duration LATE = Limits.standard().provisioning().plusSeconds(1);

  @TempDir Path folder;
  private final OneRedis redis = new OneRedis();
  private Store store;
  private Instant now = Stores.START;

  @BeforeEach
  void addDatabase() {
    store = Stores.inline(folder);
    Stores.addAccount(store, ACCOUNT.value());
    store.write(
        tx -> tx.databases().add(ACCOUNT, DATABASE.id(), 1, SPEC, new Status.Pending(""), now));
  }

  @AfterEach
  void close() {
    store.close();
  }

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

  @Test
  void startInVainIsNotRepeatedBeforeItsPauseIsOver() {
    redis.startsInVain = true;
    visitToItsEnd(Stores.START);
    now = now.plusMillis(49);
    lookIsAskedFor();

    visitToItsEnd(Stores.START);

    assertThat(redis.actions).containsExactly(Action.START);
  }

  @Test
  void startInVainIsRepeatedWhenItsPauseIsOver() {
    redis.startsInVain = true;
    visitToItsEnd(Stores.START);
    now = now.plusMillis(49);
    lookIsAskedFor();
    visitToItsEnd(Stores.START);
    now = now.plusMillis(1);

    visitToItsEnd(Stores.START);

    assertThat(redis.actions).containsExactly(Action.START, Action.START);
  }

  @Test
  void statusIsWrittenInTimeWhileAnActionWaits() {
    redis.startsInVain = true;
    now = now.plus(Limits.standard().provisioning()).minusMillis(10);
    visitToItsEnd(Stores.START);

    now = now.plusMillis(11);
    visitToItsEnd(Stores.START);

    assertThat(row().status()).isInstanceOf(Status.Failed.class);
    assertThat(redis.actions).containsExactly(Action.START);
  }

  @Test
  void newWishIsTriedAtOnceAfterTheOldOneFailed() {
    redis.startsInVain = true;
    now = now.plus(Limits.standard().provisioning()).minusMillis(10);
    visitToItsEnd(Stores.START);
    now = now.plusMillis(11);
    visitToItsEnd(Stores.START);
    var failed = row();
    store.write(
        tx -> {
          tx.databases().want(failed, SPEC, new Status.Changing("being changed"), now);
          return true;
        });
    redis.startsInVain = false;

    visitToItsEnd(Stores.START);

    assertThat(row().status()).isEqualTo(new Status.Active());
  }

  @Test
  void nextProgramTriesWithoutWaiting() {
    redis.startsInVain = true;
    visitToItsEnd(Stores.START);
    store.write(tx -> tx.work().takeOver("me", now));

    visitToItsEnd(Stores.START);

    assertThat(redis.actions).containsExactly(Action.START, Action.START);
  }

  @Test
  void pauseFromBeforeTheClockWasSetBackCountsNoMore() {
    redis.startsInVain = true;
    visitToItsEnd(Stores.START);
    now = now.minusSeconds(3600);
    lookIsAskedFor();

    visitToItsEnd(Stores.START);

    assertThat(redis.actions).containsExactly(Action.START, Action.START);
  }

  @Test
  void redisThatDiesEachTimeWhileItLoadsIsStartedAfterLongerAndLongerPauses() {
    List<Instant> starts = new ArrayList<>();
    Instant end = now.plusSeconds(5);
    while (now.isBefore(end)) {
      redis.life = Life.DEAD;
      redis.loads = true;
      redis.actions.clear();
      lookIsAskedFor();
      visitToItsEnd(Stores.START);
      if (redis.actions.contains(Action.START)) {
        starts.add(now);
      }
      now = now.plusMillis(10);
    }

    assertThat(starts).hasSizeLessThan(9);
  }

  @Test
  void clockThatIsSetBackPutsOffNoVerdict() {
    bringUp();
    redis.life = Life.SILENT;
    visitToItsEnd(Stores.START);
    now = now.minusSeconds(3600);
    store.write(
        tx -> {
          tx.work().lookAtAll(now);
          return true;
        });

    now = now.plusSeconds(11);
    lookIsAskedFor();
    visitToItsEnd(Stores.START);

    assertThat(row().status()).isInstanceOf(Status.Failed.class);
  }

  private void lookIsAskedFor() {
    store.write(
        tx -> {
          tx.work().look(DATABASE, now);
          return true;
        });
  }

  @Test
  void deletionThatCannotLookShowsItsTrouble() {
    deleteWithoutALook();

    visitToItsEnd(Stores.START);

    assertThat(row().status()).isInstanceOf(Status.Deleting.class);
    assertThat(row().trouble()).isEqualTo(BLIND);
  }

  @Test
  void deletionThatCannotLookWaitsTwiceAsLongEachTime() {
    deleteWithoutALook();
    List<Duration> waits = new ArrayList<>();

    for (int looks = 0; looks < 12; looks++) {
      visitToItsEnd(Stores.START);
      Instant next = store.read(tx -> tx.work().nextDue()).orElseThrow();
      waits.add(Duration.between(now, next));
      now = next;
    }

    assertThat(waits.subList(0, 3))
        .containsExactly(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(waits).endsWith(Limits.standard().lastRetry());
  }

  private void deleteWithoutALook() {
    bringUp();
    Resource<DatabaseSpec> database = row();
    store.write(
        tx -> {
          tx.databases().want(database, SPEC, new Status.Deleting(), now);
          return true;
        });
    redis.blind = true;
  }

  private void bringUp() {
    visitToItsEnd(Stores.START);
    now = now.plus(Limits.standard().driftLook());
  }

  /// @param since when the program began
  private void visitToItsEnd(Instant since) {
    var reconciler =
        new Reconciler(
            store, redis, Limits.standard(), () -> now, "me", since, 10_000, 10_001, _ -> {});
    Visit visit = reconciler.visit(DATABASE).orElseThrow();
    while (visit.step()) {
      assertThat(redis.actions).hasSizeLessThan(10);
    }
  }

  private Resource<DatabaseSpec> row() {
    return store.read(tx -> tx.databases().find(ACCOUNT, DATABASE.id())).orElseThrow();
  }

  /// One Redis that is started at once, and shows what it is told to show.
  private static final class OneRedis implements Platform {
    final List<Action> actions = new ArrayList<>();
    Life life = Life.DEAD;
    boolean startsInVain;
    boolean loads;
    boolean blind;

    @Override
    public Observed observe(int databaseId, DatabaseSpec wanted) throws PlatformException {
      if (blind) {
        throw new PlatformException(BLIND.problem(), BLIND.lasting());
      }
      Settings settings = life == Life.SERVING ? Settings.wantedBy(wanted) : null;
      return new Observed(life, true, null, settings, null);
    }

    @Override
    public void apply(Action action, int databaseId, DatabaseSpec wanted) {
      actions.add(action);
      life = startsInVain ? life : loads ? Life.LOADING : Life.SERVING;
    }

    @Override
    public void onSuspicion(IntConsumer look) {}
  }
}
