package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Status;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed.Life;
import dev.slipway.store.sql.Stores;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SuspicionTest extends DatabaseVisits {
  @Test
  void oneWhoseRedisHasEndedIsCalledLostBeforeAnyVisit() {
    bringUp();
    redis.life = Life.DEAD;
    redis.actions.clear();

    reconciler(Stores.START).look(List.of(DATABASE));

    assertThat(row().status()).isInstanceOf(Status.Pending.class);
    assertThat(redis.actions).isEmpty();
  }

  @Test
  void oneThatWasCalledLostIsStartedByTheNextVisit() {
    bringUp();
    redis.life = Life.DEAD;
    redis.actions.clear();
    reconciler(Stores.START).look(List.of(DATABASE));

    visitToItsEnd(Stores.START);

    assertThat(redis.actions).containsExactly(Action.START);
    assertThat(row().status()).isEqualTo(new Status.Active());
  }

  @Test
  void oneThatMayLiveIsOnlyLookedAt() {
    bringUp();
    redis.life = Life.SILENT;

    reconciler(Stores.START).look(List.of(DATABASE));

    assertThat(row().status()).isEqualTo(new Status.Active());
    assertThat(reconciler(Stores.START).due(1)).containsExactly(DATABASE);
  }

  @Test
  void oneThatIsBeingVisitedIsLeftToThatVisit() {
    bringUp();
    lookIsAskedFor();
    Visit visit = reconciler(Stores.START).visit(DATABASE).orElseThrow();
    redis.life = Life.DEAD;

    reconciler(Stores.START).look(List.of(DATABASE));

    assertThat(row().status()).isEqualTo(new Status.Active());
    assertThat(visit.step()).isFalse();
    assertThat(row().status()).isInstanceOf(Status.Pending.class);
  }

  @Test
  void oneThatIsOnlyComingUpIsNotCalledAnythingElse() {
    var before = row();

    reconciler(Stores.START).look(List.of(DATABASE));

    assertThat(row().status()).isEqualTo(before.status());
    assertThat(row().version()).isEqualTo(before.version());
  }
}
