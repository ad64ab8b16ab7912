package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Limits;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed.Life;
import dev.slipway.store.sql.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How long what was done in vain waits, whoever asks for a look meanwhile.
final class PauseTest extends DatabaseVisits {
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
  void changeThatNoLookHasShownWaitsAlsoWhenItsDatabaseIsCalledPending() {
    bringUp();
    redis.drifts = true;
    redis.blind = true;
    visitToItsEnd(Stores.START);
    now = now.plusSeconds(2);
    redis.blind = false;
    redis.hides = true;
    visitToItsEnd(Stores.START);
    Status lost = row().status();
    redis.blind = false;

    visitToItsEnd(Stores.START);

    assertThat(lost).isInstanceOf(Status.Pending.class);
    assertThat(redis.actions).containsExactly(Action.START, Action.CONFIGURE);
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
}
