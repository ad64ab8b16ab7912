package dev.slipway.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.store.Tx;
import dev.slipway.store.sql.Change.Promise;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupWriterTest {
  @TempDir Path folder;

  private final Deadlines deadlines = new Deadlines(Duration.ofSeconds(10));
  private final CountDownLatch goOn = new CountDownLatch(1);
  private Sql sql;
  private GroupWriter writer;

  @BeforeEach
  void open() {
    Path file = folder.resolve("slipway.db");
    Stores.inline(folder).close();
    sql = new SqliteFile(file, true).writing();
    Tx tx = SqlTx.over(sql, new Documents(Stores.box()));
    writer = new GroupWriter(sql, tx, deadlines, () -> {}, Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    writer.close();
    deadlines.close();
    sql.close();
  }

  @Test
  void writesGoOnWhenAFullDiskHasRoomAgain() throws Exception {
    long pages = sql.number("PRAGMA page_count");
    sql.number("PRAGMA max_page_count = " + pages);
    assertThatThrownBy(() -> write(1, "x".repeat(1 << 20))).hasCauseInstanceOf(SqlFailure.class);
    assertThatThrownBy(() -> write(2, "x".repeat(1 << 20))).hasCauseInstanceOf(SqlFailure.class);

    sql.number("PRAGMA max_page_count = " + (pages + 1000));

    assertThat(write(3, "small")).isTrue();
    assertThat(sql.number("SELECT count(*) FROM account")).isEqualTo(1);
  }

  @Test
  void writesGoOnAfterATransactionThatCouldNotBegin() throws Exception {
    sql.run("BEGIN IMMEDIATE");
    assertThatThrownBy(() -> write(1, "one")).hasCauseInstanceOf(SqlFailure.class);

    assertThat(write(2, "two")).isTrue();
  }

  @Test
  void appendedChangeThatIsRefusedFailsAlone() throws Exception {
    CompletableFuture<Boolean> first = append(tx -> waitThenAdd(tx, 1));
    CompletableFuture<Boolean> refused = append(_ -> refuse());
    CompletableFuture<Boolean> last = append(tx -> add(tx, 3, "three"));
    goOn.countDown();

    assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Refused.class);
    assertThat(last.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(accounts()).isEqualTo(2);
  }

  @Test
  void appendedChangeThatBreaksOffTakesItsGroupBack() throws Exception {
    CompletableFuture<Boolean> first = append(tx -> waitThenAdd(tx, 1));
    CompletableFuture<Boolean> broken = append(tx -> add(tx, 2, "two") && refuse());
    goOn.countDown();

    assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(TakenBack.class);
    assertThatThrownBy(() -> broken.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Refused.class);
    assertThat(accounts()).isZero();
  }

  @Test
  void nextAppendedChangeThatBreaksOffTakesNoOtherBack() throws Exception {
    CompletableFuture<Boolean> broken = append(tx -> add(tx, 2, "two") && refuse());
    assertThatThrownBy(() -> broken.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Refused.class);

    assertRefusedAlone(tx -> add(tx, 2, "two") && refuse(), Promise.APPENDED);
    assertThat(accounts()).isEqualTo(1);
  }

  @Test
  void appendedChangeBehindOneThatTheDiskRefusesHasATransactionOfItsOwn() throws Exception {
    sql.number("PRAGMA max_page_count = " + sql.number("PRAGMA page_count"));
    CompletableFuture<Boolean> first = append(tx -> waitThenAdd(tx, 1));
    CompletableFuture<Boolean> large = append(tx -> add(tx, 2, "x".repeat(1 << 20)));
    CompletableFuture<Boolean> last = append(tx -> add(tx, 3, "three"));
    goOn.countDown();

    assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(SqlFailure.class);
    assertThatThrownBy(() -> large.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(SqlFailure.class);
    assertThat(last.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(accounts()).isEqualTo(1);
  }

  @Test
  void submitToAFullLaneTakesNoOtherBack() throws Exception {
    write(3, "three");

    assertRefusedAlone(
        tx -> tx.lanes().join(new AccountId(3), 0).isPresent() || refuse(), Promise.APPENDED);
    assertThat(accounts()).isEqualTo(2);
  }

  @Test
  void changeThatBreaksOffTakesNoOtherBack() throws Exception {
    assertRefusedAlone(tx -> add(tx, 2, "two") && refuse(), Promise.WRITTEN);
    assertThat(accounts()).isEqualTo(1);
  }

  /// Beside another one in the same group, which adds account 1 and is kept.
  private void assertRefusedAlone(Function<Tx, Boolean> refused, Promise promise) throws Exception {
    CompletableFuture<Boolean> first = append(tx -> waitThenAdd(tx, 1));
    CompletableFuture<Boolean> second = writer.submit(refused, promise);
    goOn.countDown();

    assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Refused.class);
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static boolean refuse() {
    throw new Refused();
  }

  /// Holds its group until the others of the test are queued behind it; they join it then.
  private boolean waitThenAdd(Tx tx, int id) {
    try {
      assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return add(tx, id, "first");
  }

  private long accounts() throws Exception {
    return writer
        .submit(_ -> sql.number("SELECT count(*) FROM account"), Promise.WRITTEN)
        .get(10, TimeUnit.SECONDS);
  }

  private CompletableFuture<Boolean> append(Function<Tx, Boolean> work) {
    return writer.submit(work, Promise.APPENDED);
  }

  private boolean write(int id, String name) throws Exception {
    return writer.submit(tx -> add(tx, id, name), Promise.WRITTEN).get(10, TimeUnit.SECONDS);
  }

  private static boolean add(Tx tx, int id, String name) {
    tx.accounts()
        .add(
            new Account(new AccountId(id), name, Account.Plan.FLEXIBLE, true, Instant.EPOCH),
            "key-" + id);
    return true;
  }
}
