package dev.slipway.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.command.Commands;
import dev.slipway.command.Outcome;
import dev.slipway.model.AccountId;
import dev.slipway.model.Claim;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Facts;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Settings;
import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import dev.slipway.model.TaskState;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Platform;
import dev.slipway.platform.PlatformException;
import dev.slipway.store.Lanes;
import dev.slipway.store.Ports;
import dev.slipway.store.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Breaks the program on purpose, one invariant at a time: the simulation must notice within 500
/// seeds.
final class SabotageTest {
  private static final int SEEDS = 500;

  @Test
  void i1LaneThatForgetsWhoRunsIsFound() throws InterruptedException {
    expectFound(
        Seams.NONE.withStore(Tampered.store(tx -> tx.withLanes(new Forgetful(tx.lanes())))));
  }

  @Test
  void i4VerdictThatIsNeverWrittenIsFound() throws InterruptedException {
    expectFound(Seams.NONE.withStore(Tampered.store(tx -> tx.withLanes(new Silent(tx.lanes())))));
  }

  @Test
  void i5CommandThatRunsTwiceIsFound() throws InterruptedException {
    expectFound(Seams.NONE.withCommands(SabotageTest::twice));
  }

  @Test
  void i7DatabaseThatIsOnlySaidToServeIsFound() throws InterruptedException {
    expectFound(Seams.NONE.withPlatform(Flattering::new));
  }

  @Test
  void i8DatabaseThatIsForgottenBeforeItIsErasedIsFound() throws InterruptedException {
    expectFound(Seams.NONE.withPlatform(Blind::new));
  }

  @Test
  void i8PortThatIsNeverFreedIsFound() throws InterruptedException {
    expectFound(Seams.NONE.withStore(Tampered.store(tx -> tx.withPorts(new Greedy(tx.ports())))));
  }

  @Test
  void i9DataThatIsLostByAStartIsFound() throws InterruptedException {
    expectFound(Seams.NONE.withPlatform(Wiping::new));
  }

  @Test
  void i10TaskThatIsRemovedTooEarlyIsFound() throws InterruptedException {
    expectFound(Seams.NONE.withStore(Tampered.store(tx -> tx.withTasks(new Hasty(tx.tasks())))));
  }

  @Test
  void i11PasswordInARefusalIsFound() throws InterruptedException {
    expectFound(Seams.NONE.withCommands(SabotageTest::chatty));
  }

  private static void expectFound(Seams broken) throws InterruptedException {
    int workers = Runtime.getRuntime().availableProcessors();
    Report report = new Campaign(broken, workers, true).run(1, SEEDS);

    assertThat(report.failures()).isNotEmpty();
  }

  private static Commands twice(Commands commands) {
    return (command, account, tx, now) -> {
      commands.run(command, account, tx, now);
      return commands.run(command, account, tx, now);
    };
  }

  private static Commands chatty(Commands commands) {
    return (command, account, tx, now) ->
        commands.run(command, account, tx, now) instanceof Outcome.Accepted accepted
                && !(command instanceof CreateSubscription)
            ? accepted
            : new Outcome.Rejected(
                new Problem(ProblemType.BAD_REQUEST, "refused: " + passwordIn(command)));
  }

  private static String passwordIn(Object command) {
    return command instanceof CreateSubscription create && !create.databases().isEmpty()
        ? create.databases().getFirst().spec().access().password().clear()
        : "";
  }

  /// Lets a second claim take the lane from the first.
  private record Forgetful(Lanes lanes) implements Delegating {
    @Override
    public List<AccountId> ready(int limit) {
      lanes.voidClaims("nobody");
      return lanes.ready(limit);
    }
  }

  /// Says that it has written the verdict.
  private record Silent(Lanes lanes) implements Delegating {
    @Override
    public boolean finish(Claim claim, TaskState verdict, Instant now) {
      return true;
    }
  }

  private interface Delegating extends Lanes {
    Lanes lanes();

    @Override
    default int waiting(AccountId account) {
      return lanes().waiting(account);
    }

    @Override
    default long join(AccountId account) {
      return lanes().join(account);
    }

    @Override
    default List<AccountId> ready(int limit) {
      return lanes().ready(limit);
    }

    @Override
    default Optional<Claim> claim(
        AccountId account, String owner, Instant now, Instant leaseUntil) {
      return lanes().claim(account, owner, now, leaseUntil);
    }

    @Override
    default boolean finish(Claim claim, TaskState verdict, Instant now) {
      return lanes().finish(claim, verdict, now);
    }

    @Override
    default int voidClaims(String livingOwner) {
      return lanes().voidClaims(livingOwner);
    }
  }

  /// Keeps what was released.
  private record Greedy(Ports ports) implements Ports {
    @Override
    public OptionalInt reserveAny(int from, int to, int databaseId, OptionalInt except) {
      return ports.reserveAny(from, to, databaseId, except);
    }

    @Override
    public boolean reserve(int port, int databaseId) {
      return ports.reserve(port, databaseId);
    }

    @Override
    public void release(int databaseId, Instant now) {}

    @Override
    public boolean taken(int port) {
      return ports.taken(port);
    }

    @Override
    public int usedIn(int from, int to) {
      return ports.usedIn(from, to);
    }
  }

  /// Removes what is not old enough.
  private record Hasty(Tasks tasks) implements Tasks {
    @Override
    public void add(Task task, @Nullable Idempotency idempotency) {
      tasks.add(task, idempotency);
    }

    @Override
    public Optional<Replay> replay(AccountId account, String scope, String key) {
      return tasks.replay(account, scope, key);
    }

    @Override
    public Optional<Task> find(AccountId account, TaskId id) {
      return tasks.find(account, id);
    }

    @Override
    public List<Task> recent(AccountId account, Instant since, int limit) {
      return tasks.recent(account, since, limit);
    }

    @Override
    public Optional<Task> head(AccountId account) {
      return tasks.head(account);
    }

    @Override
    public int removeOlderThan(Instant change, int limit) {
      return tasks.removeOlderThan(change.plus(Duration.ofDays(10)), limit);
    }
  }

  /// Says that everything serves.
  private record Flattering(Platform platform) implements Platform {
    @Override
    public Observed observe(int id, DatabaseSpec wanted) throws PlatformException {
      Observed seen = platform.observe(id, wanted);
      return new Observed(
          Life.SERVING,
          seen.folder(),
          null,
          Settings.wantedBy(wanted),
          new Facts("redis", 0, "none"));
    }

    @Override
    public void apply(Action action, int id, DatabaseSpec wanted) throws PlatformException {
      platform.apply(action, id, wanted);
    }

    @Override
    public void onSuspicion(IntConsumer look) {
      platform.onSuspicion(look);
    }
  }

  /// Sees no folder.
  private record Blind(Platform platform) implements Platform {
    @Override
    public Observed observe(int id, DatabaseSpec wanted) throws PlatformException {
      Observed seen = platform.observe(id, wanted);
      return new Observed(seen.process(), false, seen.portHolder(), seen.settings(), seen.facts());
    }

    @Override
    public void apply(Action action, int id, DatabaseSpec wanted) throws PlatformException {
      platform.apply(action, id, wanted);
    }

    @Override
    public void onSuspicion(IntConsumer look) {
      platform.onSuspicion(look);
    }
  }

  /// Erases before it starts.
  private record Wiping(Platform platform) implements Platform {
    @Override
    public Observed observe(int id, DatabaseSpec wanted) throws PlatformException {
      return platform.observe(id, wanted);
    }

    @Override
    public void apply(Action action, int id, DatabaseSpec wanted) throws PlatformException {
      if (action == Action.START) {
        platform.apply(Action.ERASE, id, wanted);
      }
      platform.apply(action, id, wanted);
    }

    @Override
    public void onSuspicion(IntConsumer look) {
      platform.onSuspicion(look);
    }
  }
}
