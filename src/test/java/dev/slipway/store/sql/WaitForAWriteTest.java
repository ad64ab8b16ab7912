package dev.slipway.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.store.Store;
import dev.slipway.store.StoreUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What callers are told of a store that is slow: the write of one of them has begun and goes on.
final class WaitForAWriteTest {
  private static final int FIRST_ID = 10_001;

  @TempDir Path folder;

  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CompletableFuture<Boolean> interruptSeen = new CompletableFuture<>();
  private final CompletableFuture<Integer> slow = new CompletableFuture<>();
  private Store store;
  private Thread slowCaller;

  @BeforeEach
  void openAndBeginASlowWrite() throws InterruptedException {
    Path file = folder.resolve("slipway.db");
    Stores.inline(folder).close();
    store = SqliteStore.open(new SqliteFile(file, true), Stores.box(), Duration.ofMillis(50));
    CountDownLatch begun = new CountDownLatch(1);
    slowCaller = Thread.startVirtualThread(() -> writeSlowly(begun));
    begun.await();
  }

  @AfterEach
  void close() {
    goOn.countDown();
    store.close();
  }

  @Test
  void writeThatDoesNotBeginByItsDeadlineIsRefused() {
    assertThatThrownBy(this::writeBehindTheSlowOne)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("50 ms");
  }

  @Test
  void refusedWriteIsNeverCarriedOut() {
    assertThatThrownBy(this::writeBehindTheSlowOne).isInstanceOf(StoreUnavailable.class);
    goOn.countDown();
    slow.join();

    store.close();

    try (Store again = Stores.inline(folder)) {
      assertThat(again.<Integer>write(tx -> tx.ids().nextAccount())).isEqualTo(FIRST_ID + 1);
    }
  }

  @Test
  void writeThatHasBegunIsWaitedForBeyondItsDeadline() {
    // The slow one's deadline comes before this one's.
    assertThatThrownBy(this::writeBehindTheSlowOne).isInstanceOf(StoreUnavailable.class);

    goOn.countDown();

    assertThat(slow.join()).isEqualTo(FIRST_ID);
  }

  @Test
  void interruptedCallerLearnsTheOutcomeAndStaysInterrupted() {
    slowCaller.interrupt();

    goOn.countDown();

    assertThat(slow.join()).isEqualTo(FIRST_ID);
    assertThat(interruptSeen.join()).isTrue();
  }

  private void writeBehindTheSlowOne() {
    store.write(tx -> tx.ids().nextAccount());
  }

  private void writeSlowly(CountDownLatch begun) {
    try {
      int id =
          store.write(
              tx -> {
                begun.countDown();
                await(goOn);
                return tx.ids().nextAccount();
              });
      interruptSeen.complete(Thread.currentThread().isInterrupted());
      slow.complete(id);
    } catch (RuntimeException e) {
      slow.completeExceptionally(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
