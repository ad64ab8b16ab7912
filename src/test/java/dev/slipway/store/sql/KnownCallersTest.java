package dev.slipway.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Caller;
import dev.slipway.store.Accounts;
import dev.slipway.store.Store;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownCallersTest {
  private static final String ACCOUNT_KEY = "account-1";
  private static final String USER_KEY = "user-1";
  private static final long SOON_NANOS = 5_000_000_000L;

  @TempDir Path folder;

  private Store store;
  private Caller caller;

  @BeforeEach
  void open() {
    Path file = folder.resolve("slipway.db");
    store = SqliteStore.open(file, Stores.box());
    caller = Stores.addAccount(store, 1);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void keysOpenWhatTheyBelongTo() {
    assertThat(found()).contains(caller);
    assertThat(found()).contains(caller);
    assertThat(store.caller(ACCOUNT_KEY, "user-2")).isEmpty();
  }

  @Test
  void removedKeyOpensNothingFromTheVeryNextRequest() {
    found();

    store.write(tx -> remove(tx.accounts()));

    assertThat(found()).isEmpty();
  }

  @Test
  void replacedAccountKeyOpensNothingFromTheVeryNextRequest() {
    found();

    store.write(
        tx -> {
          tx.accounts().replaceAccountKey(caller.account().id(), "another");
          return true;
        });

    assertThat(found()).isEmpty();
    assertThat(store.caller("another", USER_KEY)).isPresent();
  }

  @Test
  void keyThatAnotherProgramRemovesOpensNothingSoon() {
    found();
    try (Store another = Stores.inline(folder)) {
      another.write(tx -> remove(tx.accounts()));
    }

    long end = System.nanoTime() + SOON_NANOS;
    while (found().isPresent() && System.nanoTime() < end) {
      LockSupport.parkNanos(10_000_000);
    }

    assertThat(found()).isEmpty();
  }

  @Test
  void callerThatWasReadBeforeAChangeIsNotRememberedAfterIt() {
    KnownCallers known = new KnownCallers(() -> 0);
    known.find(
        ACCOUNT_KEY,
        USER_KEY,
        () -> {
          known.touch();
          known.committed();
          return Optional.of(caller);
        });

    assertThat(known.find(ACCOUNT_KEY, USER_KEY, Optional::empty)).isEmpty();
  }

  @Test
  void callerIsReadAfreshAfterAQuarterOfASecond() {
    AtomicLong nanos = new AtomicLong();
    KnownCallers known = new KnownCallers(nanos::get);
    known.find(ACCOUNT_KEY, USER_KEY, () -> Optional.of(caller));

    nanos.set(249_999_999);
    assertThat(known.find(ACCOUNT_KEY, USER_KEY, Optional::empty)).contains(caller);
    nanos.set(250_000_000);
    assertThat(known.find(ACCOUNT_KEY, USER_KEY, Optional::empty)).isEmpty();
  }

  private Optional<Caller> found() {
    return store.caller(ACCOUNT_KEY, USER_KEY);
  }

  private boolean remove(Accounts accounts) {
    accounts.removeKeys(caller.userId());
    return true;
  }
}
