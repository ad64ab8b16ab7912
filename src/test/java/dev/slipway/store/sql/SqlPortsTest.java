package dev.slipway.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlPortsTest {
  private static final OptionalInt NONE = OptionalInt.empty();

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Stores.inline(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void portThatWasFreedLastIsTakenLast() {
    take(1);
    take(2);
    release(1, 10);
    release(2, 20);

    assertThat(List.of(take(3), take(4), take(5)))
        .containsExactly(OptionalInt.of(10_002), OptionalInt.of(10_000), OptionalInt.of(10_001));
  }

  @Test
  void exhaustedRangeGivesNothing() {
    take(1);
    take(2);
    take(3);

    assertThat(take(4)).isEmpty();
  }

  @Test
  void portsChosenAtBothEndsLeaveTheOnesBetween() {
    store.write(tx -> tx.ports().reserve(10_000, 1));
    store.write(tx -> tx.ports().reserve(10_002, 2));

    assertThat(take(3)).hasValue(10_001);
  }

  @Test
  void portOfAnotherDatabaseCannotBeReserved() {
    store.write(tx -> tx.ports().reserve(10_001, 1));

    assertThat(store.<Boolean>write(tx -> tx.ports().reserve(10_001, 2))).isFalse();
  }

  @Test
  void portThatTurnedOutToBeTakenIsPassedOver() {
    assertThat(
            store.<OptionalInt>write(
                tx -> tx.ports().reserveAny(10_000, 10_002, 1, OptionalInt.of(10_000))))
        .hasValue(10_001);
  }

  private OptionalInt take(int database) {
    return store.write(tx -> tx.ports().reserveAny(10_000, 10_002, database, NONE));
  }

  private void release(int database, int second) {
    store.write(
        tx -> {
          tx.ports().release(database, Stores.START.plusSeconds(second));
          return true;
        });
  }
}
