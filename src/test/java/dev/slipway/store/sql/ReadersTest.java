package dev.slipway.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
  @TempDir Path folder;

  private SqliteStore open() {
    return SqliteStore.open(folder.resolve("slipway.db"), Stores.box());
  }

  @Test
  void readThatComesAloneRunsOnTheThreadThatAsks() {
    try (SqliteStore store = open()) {
      Thread reader = store.read(_ -> Thread.currentThread());

      assertThat(reader).isEqualTo(Thread.currentThread());
    }
  }

  @Test
  void readThatTakesLongDoesNotHoldTheNext() throws Exception {
    try (SqliteStore store = open()) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      CompletableFuture<Boolean> slow =
          CompletableFuture.supplyAsync(
              () ->
                  store.read(
                      _ -> {
                        begun.countDown();
                        return awaits(goOn);
                      }));
      assertThat(awaits(begun)).isTrue();

      Thread reader = store.read(_ -> Thread.currentThread());
      goOn.countDown();

      assertThat(reader.getName()).startsWith("store-reader-");
      assertThat(slow.get(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static boolean awaits(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
