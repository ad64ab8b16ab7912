package dev.slipway.proof.crashloop;

import dev.slipway.proof.live.Machine;
import dev.slipway.proof.live.RedisClient;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Everything that goes on while the program lives: several submitters for each account, tenants
/// that count in their databases, an operator who has them fail over, and now and then somebody who
/// kills a Redis.
final class Load {
  private static final int SUBMITTERS_EACH = 2;
  private static final Duration PAUSE = Duration.ofMillis(5);

  /// The key in which tenants count.
  static final String COUNTER = "kept";

  private final Ledger ledger;
  private final Machine machine;
  private final List<Submitter> submitters;
  private final Operator operator;
  private int kills;

  Load(List<Tenant> tenants, Operator operator, Ledger ledger, Machine machine, Random random) {
    this.ledger = ledger;
    this.operator = operator;
    this.machine = machine;
    this.submitters =
        tenants.stream().flatMap(tenant -> submittersOf(tenant, ledger, random)).toList();
  }

  private static Stream<Submitter> submittersOf(Tenant tenant, Ledger ledger, Random random) {
    return IntStream.range(0, SUBMITTERS_EACH)
        .mapToObj(
            i ->
                new Submitter(
                    "t" + tenant.id() + "s" + i, tenant, ledger, new Random(random.nextLong())));
  }

  /// A load that is on until it is closed, which waits for all who take part.
  final class Running implements AutoCloseable {
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean on = new AtomicBoolean(true);

    private Running(int port) {
      submitters.forEach(submitter -> clients.execute(() -> submitter.work(port, on::get)));
      clients.execute(() -> operator.work(port, on::get));
      clients.execute(() -> count(on::get));
    }

    @Override
    public void close() {
      on.set(false);
      clients.close();
    }
  }

  /// Starts it against the server on this port.
  Running on(int port) {
    return new Running(port);
  }

  private void count(BooleanSupplier more) {
    while (more.getAsBoolean()) {
      ledger.endpoints().forEach(this::countUp);
      pause();
    }
  }

  private void countUp(int database, Ledger.Endpoint endpoint) {
    try (RedisClient redis = RedisClient.open(endpoint.port(), endpoint.password())) {
      ledger.counted(database, Long.parseLong(redis.call("INCR", COUNTER)));
    } catch (IOException _) {
      // Deleted, or killed and not yet back: then nothing was acknowledged.
      return;
    }
  }

  /// Kills the Redis of a database that was active at the last look.
  ///
  /// @return where it served; empty when there was none
  Optional<Ledger.Endpoint> shoot(Random random) throws IOException {
    List<Integer> targets = ledger.endpoints().keySet().stream().sorted().toList();
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    int database = targets.get(random.nextInt(targets.size()));
    Map<String, List<Long>> residents = machine.residents();
    List<Long> found = residents.getOrDefault(Integer.toString(database), List.of());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ledger.shot().add(database);
    ProcessHandle.of(found.getFirst()).ifPresent(ProcessHandle::destroyForcibly);
    kills++;
    return Optional.ofNullable(ledger.endpoints().get(database));
  }

  /// How many were killed.
  int kills() {
    return kills;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
