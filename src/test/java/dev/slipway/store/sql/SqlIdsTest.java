package dev.slipway.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Kind;
import dev.slipway.store.IdsUsedUp;
import dev.slipway.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The last ids: clients hold them in 32 bits.
final class SqlIdsTest {
  @TempDir Path folder;

  @Test
  void lastIdIsTheLargestThatClientsCanHold() {
    try (InlineStore store = open()) {
      store.sql().update("INSERT INTO counter VALUES ('DATABASE', ?)", Integer.MAX_VALUE - 1);

      assertThat(next(store)).isEqualTo(Integer.MAX_VALUE);
    }
  }

  @Test
  void idBeyondTheLastIsRefusedEachTime() {
    try (InlineStore store = open()) {
      Stores.giveOutAllIds(store, Kind.DATABASE);

      assertThatThrownBy(() -> next(store)).isInstanceOf(IdsUsedUp.class);
      assertThatThrownBy(() -> next(store)).isInstanceOf(IdsUsedUp.class);
    }
  }

  private InlineStore open() {
    return (InlineStore) Stores.inline(folder);
  }

  private static int next(Store store) {
    return store.write(tx -> tx.ids().next(Kind.DATABASE));
  }
}
