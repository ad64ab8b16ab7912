package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.Alarm;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseSpec.Alert;
import dev.slipway.model.Event;
import dev.slipway.model.Resource;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.Vitals;
import dev.slipway.model.VitalsDraft;
import dev.slipway.platform.Gauge;
import dev.slipway.store.Events;
import dev.slipway.store.Store;
import dev.slipway.store.sql.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Passes over one database that runs, and says what a test lets it say.
final class CheckupTest {
  private static final AccountId ACCOUNT = new AccountId(1);
  private static final int ID = 10_001;
  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

  @TempDir Path folder;
  private final OneRedis redis = new OneRedis();
  private Store store;
  private Checkup checkup;
  private long nanos;

  @BeforeEach
  void addDatabase() {
    store = Stores.inline(folder);
    Stores.addAccount(store, ACCOUNT.value());
    checkup = new Checkup(store, redis, () -> Stores.START.plusNanos(nanos), () -> nanos);
    run(new Alert("dataset-size", 80));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void run(Alert... alerts) {
    DatabaseSpec spec =
        Specs.database(
            "cache",
            d -> {
              d.replication = false;
              d.alerts = Arrays.asList(alerts);
            });
    store.write(tx -> tx.databases().add(ACCOUNT, ID, 1, spec, new Status.Active(), Stores.START));
  }

  private void watchFor(Alert... alerts) {
    DatabaseSpec spec = Specs.database("cache", d -> d.alerts = Arrays.asList(alerts));
    settle(spec, new Status.Active());
  }

  private void settle(DatabaseSpec spec, Status status) {
    store.write(
        tx -> {
          Resource<DatabaseSpec> row = tx.databases().find(ACCOUNT, ID).orElseThrow();
          tx.databases().want(row, spec, status, Stores.START);
          return true;
        });
  }

  private void pass() {
    nanos += PERIOD.toNanos();
    checkup.running().forEach(checkup::check);
  }

  /// One pass at each period.
  private void passFor(Duration time) {
    for (long passes = time.dividedBy(PERIOD); passes > 0; passes--) {
      pass();
    }
  }

  private List<Event> events() {
    return store.read(tx -> tx.events().of(ACCOUNT, Instant.EPOCH, EVER, ID, 0, 100)).stream()
        .map(Events.Line::event)
        .toList();
  }

  private List<String> log() {
    return events().reversed().stream().map(Event::description).toList();
  }

  private List<String> ringing() {
    return store.read(tx -> tx.alarms().of(ACCOUNT)).stream().map(Alarm::alert).toList();
  }

  @Test
  void latestNumbersAreKept() {
    pass();
    redis.says.used = 5;
    pass();

    assertThat(checkup.latest(ID).orElseThrow().vitals().memory().used()).isEqualTo(5);
  }

  @Test
  void nothingIsKeptOfADatabaseThatDoesNotAnswerOrDoesNotRun() {
    pass();
    redis.answers = false;
    pass();
    assertThat(checkup.latest(ID)).isEmpty();

    redis.answers = true;
    pass();
    settle(Specs.database("cache"), new Status.Deleting());
    pass();
    assertThat(checkup.latest(ID)).isEmpty();
  }

  @Test
  void databaseWithoutCommandsForAMinuteSlowsDownAndTheNextPassThatSeesSomeSpeedsItUp() {
    passFor(Duration.ofSeconds(60));
    assertThat(redis.paces).isEmpty();

    pass();
    assertThat(redis.paces).containsExactly(1);

    passFor(Duration.ofMinutes(5));
    assertThat(redis.paces).containsExactly(1);

    redis.says.reads = new Vitals.Calls(1, 1);
    pass();
    assertThat(redis.paces).containsExactly(1, 10);
  }

  @Test
  void paceThatSomebodyElseChangedIsSetRight() {
    redis.says.hz = 100;

    pass();

    assertThat(redis.paces).containsExactly(10);
  }

  @Test
  void restartOfAnIdleRedisBeginsItsMinuteAnew() {
    passFor(Duration.ofMinutes(2));
    redis.says.runId = "run-2";
    redis.says.hz = 10;

    passFor(Duration.ofSeconds(60));

    assertThat(redis.paces).containsExactly(1);
  }

  @Test
  void crossingIsToldOnceWhenItBeginsAndOnceWhenItEnds() {
    redis.says.used = 81_000_000;
    passFor(Duration.ofMinutes(5));
    assertThat(ringing()).containsExactly("dataset-size");

    redis.says.used = 10_000_000;
    passFor(Duration.ofMinutes(5));

    assertThat(ringing()).isEmpty();
    assertThat(log())
        .containsExactly(
            "Database 10001: dataset-size is at 81.0 %, above 80",
            "Database 10001: dataset-size is at 10.0 %, no longer above 80");
  }

  @Test
  void crossingIsNotToldAgainByTheNextStartOfTheServer() {
    redis.says.used = 81_000_000;
    pass();

    checkup = new Checkup(store, redis, () -> Stores.START, () -> nanos);
    pass();

    assertThat(log()).hasSize(1);
  }

  @Test
  void valueThatSwingsAroundTheThresholdIsToldOnce() {
    for (int round = 0; round < 10; round++) {
      redis.says.used = 81_000_000;
      pass();
      redis.says.used = 79_000_000;
      pass();
    }

    assertThat(log()).hasSize(1);
  }

  @Test
  void alertThatIsNotWantedAnyMoreEnds() {
    redis.says.used = 81_000_000;
    pass();

    watchFor();
    pass();

    assertThat(ringing()).isEmpty();
    assertThat(log()).last().asString().endsWith("dataset-size is not watched any more");
  }

  @Test
  void alertOfADatabaseThatDoesNotAnswerStaysAsItIs() {
    redis.says.used = 81_000_000;
    pass();

    redis.answers = false;
    pass();

    assertThat(ringing()).containsExactly("dataset-size");
  }

  @Test
  void throughputAndLatencyAreThoseOfTheLastPeriod() {
    watchFor(
        new Alert("throughput-higher-than", 100),
        new Alert("throughput-lower-than", 10),
        new Alert("latency", 5));
    pass();
    assertThat(ringing()).as("nothing is known of a rate yet").isEmpty();

    redis.says.reads = new Vitals.Calls(2_000, 2_000 * 6_000L);
    pass();
    assertThat(ringing()).containsExactly("latency", "throughput-higher-than");

    pass();
    assertThat(ringing()).containsExactly("throughput-lower-than");
    assertThat(log())
        .contains(
            "Database 10001: throughput-higher-than is at 200.0 operations a second, above 100",
            "Database 10001: latency is at 6.0 ms, above 5",
            "Database 10001: throughput-lower-than is at 0.0 operations a second, below 10");
  }

  @Test
  void alertAboutASourceIsNotWatched() {
    watchFor(new Alert("syncsource-error", 1));

    passFor(Duration.ofMinutes(1));

    assertThat(log()).isEmpty();
  }

  @Test
  void lineInTheLogIsASystemNotificationAboutTheDatabase() {
    redis.says.used = 81_000_000;
    pass();

    assertThat(events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.type()).isEqualTo("Notification");
              assertThat(event.originator()).isEqualTo(Event.SYSTEM);
              assertThat(event.resource()).isEqualTo("cache");
            });
  }

  /// A Redis that says what it is told to say, and does as it is told.
  private static final class OneRedis implements Gauge {
    final VitalsDraft says = new VitalsDraft();
    final List<Integer> paces = new ArrayList<>();
    boolean answers = true;

    @Override
    public Optional<Vitals> read(int databaseId, Part part) {
      return answers && part == Part.LEADER ? Optional.of(says.vitals()) : Optional.empty();
    }

    @Override
    public void pace(int databaseId, Part part, int hz) {
      paces.add(hz);
      says.hz = hz;
    }
  }
}
