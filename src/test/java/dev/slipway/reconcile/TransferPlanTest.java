package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which backups and imports begin.
final class TransferPlanTest {
  private static Transfer of(Transfer.Key key, int subscription) {
    return new Transfer(
        key,
        new AccountId(1),
        subscription,
        "cache",
        List.of(),
        Instant.EPOCH,
        0,
        new Transfer.State.UnderWay(),
        null);
  }

  private static List<Transfer> backups(int subscription, int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(id -> of(Transfer.Key.backup(id, null), subscription))
        .toList();
  }

  @Test
  void fourOfASubscriptionRunAtOnce() {
    var all = backups(1, 10, 6);

    assertThat(TransferPlan.next(all, Set.of())).isEqualTo(all.subList(0, 4));
    assertThat(TransferPlan.next(all, Set.of(all.get(5).key()))).isEqualTo(all.subList(0, 3));
  }

  @Test
  void anotherSubscriptionDoesNotWait() {
    var busy = backups(1, 10, 4);
    var other = backups(2, 20, 1);
    var all = IntStream.range(0, 5).mapToObj(i -> i < 4 ? busy.get(i) : other.get(0)).toList();

    assertThat(TransferPlan.next(all, busy.stream().map(Transfer::key).collect(Collectors.toSet())))
        .isEqualTo(other);
  }

  @Test
  void databaseDoesOneThingAtATime() {
    var backup = of(Transfer.Key.backup(10, null), 1);
    var filling = of(Transfer.Key.filling(10), 1);

    assertThat(TransferPlan.next(List.of(backup, filling), Set.of())).containsExactly(backup);
    assertThat(TransferPlan.next(List.of(backup, filling), Set.of(backup.key()))).isEmpty();
    assertThat(TransferPlan.next(List.of(filling), Set.of())).containsExactly(filling);
  }
}
