package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.Bell;
import dev.slipway.model.Limits;
import dev.slipway.model.Settings;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Platform;
import dev.slipway.store.Store;
import dev.slipway.store.sql.SqliteStore;
import dev.slipway.store.sql.Stores;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcilerLoopTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void rowThatCannotBeReadIsPutOff() throws Exception {
    CountDownLatch caughtUp = new CountDownLatch(1);
    try (Store store = SqliteStore.open(file(), Stores.box())) {
      AccountId account = addAccount(store);
      store.write(
          tx ->
              tx.subscriptions()
                  .add(account, 1, null, Specs.subscription(_ -> {}), new Status.Pending(""), NOW));
      damage();

      try (var loop =
          new ReconcilerLoop(
              reconciler(store, new Nowhere(), InstantSource.fixed(NOW)),
              new Doubts(),
              new Bell(),
              caughtUp::countDown)) {
        loop.start();
        caughtUp.await();
      }

      Optional<Instant> next = store.read(tx -> tx.work().nextDue());
      assertThat(next).hasValue(NOW.plusSeconds(30));
    }
  }

  @Test
  void clockThatIsSetBackDelaysNoLook() throws Exception {
    var clock = new AtomicReference<>(NOW);
    var looks = new LinkedBlockingQueue<Integer>();
    try (Store store = SqliteStore.open(file(), Stores.box())) {
      AccountId account = addAccount(store);
      store.write(
          tx ->
              tx.databases()
                  .add(
                      account,
                      1,
                      null,
                      Specs.database("a", of -> of.replication = false),
                      new Status.Active(),
                      NOW));
      var reconciler = reconciler(store, new Serving(looks), clock::get);
      try (var loop = new ReconcilerLoop(reconciler, new Doubts(), new Bell(), () -> {})) {
        loop.start();
        assertThat(looks.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
        clock.set(NOW.minusSeconds(3600));

        assertThat(looks.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
      }
    }
  }

  private static AccountId addAccount(Store store) {
    return store.write(
        tx -> {
          AccountId account = new AccountId(tx.ids().nextAccount());
          tx.accounts()
              .add(new Account(account, "a", Account.Plan.FLEXIBLE, true, NOW), "hash of its key");
          return account;
        });
  }

  private Path file() {
    return folder.resolve("slipway.db");
  }

  private void damage() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE resource SET spec = '{'");
    }
  }

  private static Reconciler reconciler(Store store, Platform platform, InstantSource clock) {
    return new Reconciler(
        store,
        platform,
        Limits.standard(),
        Specs.catalogue(),
        clock,
        "me",
        NOW,
        10_000,
        10_001,
        _ -> {});
  }

  /// What is wanted runs here, and every look is told.
  private record Serving(BlockingQueue<Integer> looks) implements Platform {
    @Override
    public Observed observe(int databaseId, Wanted wanted) {
      looks.add(databaseId);
      return new Observed(
          Observed.Life.SERVING,
          true,
          null,
          Settings.wantedBy(wanted),
          Observed.Replica.NONE,
          null);
    }

    @Override
    public boolean ended(int databaseId) {
      return false;
    }

    @Override
    public boolean free(int port) {
      return true;
    }

    @Override
    public void apply(Action action, int databaseId, Wanted wanted) {
      throw new IllegalStateException("nothing is to be done");
    }

    @Override
    public void onSuspicion(IntConsumer look) {}
  }
}
