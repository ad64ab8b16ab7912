package dev.slipway.proof.crashloop;

import dev.slipway.model.CreateDatabase;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.Failpoint;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import dev.slipway.proof.live.Java;
import dev.slipway.proof.live.Machine;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.SmallDisk;
import dev.slipway.proof.live.Tenant;
import dev.slipway.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/// The rounds. In each the program dies twice under load, once at a failpoint and once at a random
/// moment, and is looked at in between, in every second one after a {@link Hardship}; the look of
/// the next round sees the second death.
///
/// Where a disk that can be filled may be mounted, all files are on it. It is in memory, where no
/// fsync takes any time.
public final class Loop implements AutoCloseable {
  private static final int TENANTS = 2;
  private static final int PORTS = 200;
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);
  private static final int LATEST_KILL_MILLIS = 600;
  private static final int LATEST_HIT = 3;
  private static final String DISK_SIZE = "128m";

  private final Java java;
  private final Path errors;
  private final Random random;
  private final Consumer<String> progress;
  private final Optional<SmallDisk> disk;
  private final PreparedFolder folder;
  private final List<Tenant> tenants;
  private final Machine machine;
  private final Ledger ledger = new Ledger();
  private final Load load;
  private final Hardship hardship;
  private final Inspection inspection;
  private final Deque<Failpoint> ahead = new ArrayDeque<>(List.of(Failpoint.values()));
  private final Set<Failpoint> hit = EnumSet.noneOf(Failpoint.class);
  private int kills;
  private int failedRounds;

  /// @param java how the program is started, without its arguments
  /// @param place an empty folder
  /// @param progress told of every round
  public Loop(Java java, Path place, long seed, Consumer<String> progress) throws IOException {
    this.java = java;
    this.errors = place.resolve("server.log");
    this.random = new Random(seed);
    this.progress = progress;
    Path root = place.toRealPath();
    this.disk = SmallDisk.mount(root.resolve("disk"), DISK_SIZE);
    this.folder = PreparedFolder.make(disk.map(SmallDisk::path).orElse(root).resolve("data"));
    this.tenants = folder.addTenants(TENANTS);
    this.machine = Machine.withFreePorts(folder.databases(), PORTS);
    Operator operator = new Operator(tenants, folder.addAdminToken(), ledger);
    this.load = new Load(tenants, operator, ledger, machine, random);
    this.hardship = new Hardship(disk, folder, machine.ports(), ledger, load, random);
    this.inspection = new Inspection(folder, tenants, ledger, machine);
  }

  /// Runs this many rounds, then deletes everything and looks whether anything is left.
  public Findings run(int rounds) throws IOException, InterruptedException {
    for (int round = 1; round <= rounds; round++) {
      int before = ledger.findings().size();
      String end = round();
      int found = ledger.findings().size() - before;
      failedRounds += found > 0 ? 1 : 0;
      progress.accept("round %d: %s, %d faults".formatted(round, end, found));
    }
    sayFarewell();
    return new Findings(
        rounds,
        failedRounds,
        kills,
        Set.copyOf(hit),
        ledger.promised(),
        databasesMade(),
        load.kills(),
        hardship.stolenPorts(),
        hardship.fullDisks(),
        ledger.findings());
  }

  /// Whether it can fill the disk.
  public boolean fillsDisk() {
    return disk.isPresent();
  }

  /// Takes the disk away, with all that is on it.
  @Override
  public void close() throws IOException {
    if (disk.isPresent()) {
      disk.get().close();
    }
  }

  private String round() throws IOException, InterruptedException {
    String end = dieAtFailpoint();
    shootNowAndThen();
    if (random.nextInt(4) == 0) {
      dieWhileStarting();
    }
    try (Program program = start(Map.of())) {
      program.awaitReady(START);
      if (random.nextBoolean()) {
        end += ", lived through " + endureHardship(program);
      }
      inspection.look(program.port());
      dieAtRandom(program);
    }
    return end;
  }

  private String dieAtFailpoint() throws IOException, InterruptedException {
    Failpoint point = ahead.removeFirst();
    int nth = 1 + random.nextInt(LATEST_HIT);
    try (Program program = start(Map.of("SLIPWAY_CRASH_AT", point.label() + ":" + nth))) {
      boolean died =
          program.awaitPort().isEmpty() ? program.crashed(START) : diedUnderLoad(program);
      if (died) {
        hit.add(point);
        ahead.addLast(point);
      } else {
        ahead.addFirst(point);
      }
      kills++;
      return (died ? "died at " : "did not come to ") + point.label() + ":" + nth;
    }
  }

  private boolean diedUnderLoad(Program program) throws InterruptedException {
    try (var _ = load.on(program.port())) {
      boolean died = program.crashed(LONGEST_ROUND);
      program.kill();
      return died;
    }
  }

  private void dieWhileStarting() throws IOException, InterruptedException {
    try (Program program = start(Map.of())) {
      Thread.sleep(random.nextInt(LATEST_KILL_MILLIS));
      program.kill();
      kills++;
    }
  }

  private String endureHardship(Program program) throws IOException, InterruptedException {
    try (var _ = load.on(program.port())) {
      return hardship.strike();
    }
  }

  private void shootNowAndThen() throws IOException {
    if (random.nextInt(3) == 0) {
      load.shoot(random);
    }
  }

  private void dieAtRandom(Program program) throws IOException, InterruptedException {
    try (var _ = load.on(program.port())) {
      int moment = random.nextInt(LATEST_KILL_MILLIS);
      Thread.sleep(moment / 2);
      shootNowAndThen();
      Thread.sleep(moment - moment / 2);
      program.kill();
      kills++;
    }
  }

  private void sayFarewell() throws IOException, InterruptedException {
    try (Program program = start(Map.of())) {
      program.awaitReady(START);
      inspection.look(program.port());
      for (Tenant tenant : tenants) {
        new Farewell(tenant, ledger).say(program.port());
      }
      inspection.look(program.port());
      if (!ledger.endpoints().isEmpty()) {
        ledger.found("databases are left after the end: " + ledger.endpoints().keySet());
      }
      int code = program.end();
      if (code != 0) {
        ledger.found("the server that was asked to end exited with " + code);
      }
    }
  }

  private int databasesMade() {
    try (Store store = folder.open(false)) {
      return Rows.of(store, tenants).tasks().values().stream()
          .flatMap(List::stream)
          .filter(task -> task.state() instanceof TaskState.Completed)
          .mapToInt(Loop::databasesMade)
          .sum();
    }
  }

  private static int databasesMade(Task task) {
    return switch (task.command()) {
      case CreateDatabase _ -> 1;
      case CreateSubscription create -> create.databases().size();
      default -> 0;
    };
  }

  private Program start(Map<String, String> environment) throws IOException {
    return Program.start(
        java.with(
                "serve",
                "--data",
                folder.path().toString(),
                "--port",
                "0",
                "--database-ports",
                machine.ports().toString())
            .command(),
        environment,
        errors);
  }
}
