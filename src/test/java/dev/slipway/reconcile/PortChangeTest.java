package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Status;
import dev.slipway.store.sql.Stores;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PortChangeTest extends DatabaseVisits {
  @BeforeEach
  void rangeIsKnown() {
    var first = store.write(tx -> tx.ports().reserveAny(10_000, 10_019, 77, OptionalInt.empty()));
    assertThat(first).hasValue(10_000);
    redis.held.add(row().spec().port());
  }

  @Test
  void manyPortsThatANeighbourHoldsCostOneMove() {
    IntStream.range(10_001, 10_015).forEach(redis.held::add);

    visitToItsEnd(Stores.START);

    assertThat(row().spec().port()).isEqualTo(10_015);
    assertThat(row().status()).isEqualTo(new Status.Active());
  }

  @Test
  void portOfAnotherDatabaseIsPassedOver() {
    visitToItsEnd(Stores.START);

    assertThat(row().spec().port()).isEqualTo(10_001);
  }

  @Test
  void onePortAfterTheOtherIsTriedWhereAllAreHeld() {
    IntStream.range(10_001, 10_020).forEach(redis.held::add);

    visitToItsEnd(Stores.START);

    assertThat(row().spec().port()).isBetween(10_001, 10_019);
    assertThat(row().status()).isInstanceOf(Status.Pending.class);
  }
}
