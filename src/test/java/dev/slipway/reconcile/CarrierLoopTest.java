package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bell;
import dev.slipway.model.Command;
import dev.slipway.model.Secret;
import dev.slipway.model.Transfer;
import dev.slipway.platform.Transport;
import dev.slipway.store.BreakableStore;
import dev.slipway.store.CommandText;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The loop that carries, where the store fails or the server ends.
final class CarrierLoopTest extends DatabaseVisits {
  private static final Transfer.Key IMPORT = Transfer.Key.filling(10_001);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BlockingQueue<Long> fills = new LinkedBlockingQueue<>();
  private Disk disk;

  @BeforeEach
  void order() {
    disk = new Disk(store);
    bringUp();
    var database = row();
    store.write(
        tx -> {
          tx.transfers()
              .order(Transfer.ordered(IMPORT, database, List.of(new Secret("s3://b/x")), now));
          return true;
        });
  }

  private Transfer.State state() {
    return disk.read(tx -> tx.transfers().find(IMPORT)).orElseThrow().state();
  }

  private CarrierLoop started(Runnable fill) {
    CarrierLoop loop = new CarrierLoop(new Carrier(disk, new Fills(fill), () -> now), new Bell());
    loop.start();
    return loop;
  }

  @Test
  void importWhoseEndCannotBeWrittenYetIsNotDoneAgain() throws Exception {
    try (CarrierLoop _ = started(() -> disk.fill(true))) {
      fills.take();
      disk.tries.take(); // it begins
      disk.tries.take(); // it ends, in vain
      disk.fill(false);
      awaitSuccess();
    }

    assertThat(fills).isEmpty();
  }

  @Test
  void fullDiskIsTriedOnceASecond() throws Exception {
    disk.fill(true);

    try (CarrierLoop _ = started(() -> {})) {
      long first = disk.tries.take();
      long second = disk.tries.take();

      assertThat(Duration.ofNanos(second - first)).isGreaterThan(Duration.ofMillis(500));
    }
  }

  @Test
  void importThatIsDoneWhenTheServerEndsIsNotDoneByTheNext() throws Exception {
    CountDownLatch never = new CountDownLatch(1);

    try (CarrierLoop _ =
        started(
            () -> {
              try {
                never.await();
              } catch (InterruptedException _) {
                // All data arrived at this very moment.
              }
            })) {
      fills.take();
    }

    assertThat(state()).isEqualTo(new Transfer.State.Succeeded());
  }

  @Test
  void importIntoADatabaseThatIsRemovedIsBrokenOff() throws Exception {
    CountDownLatch brokenOff = new CountDownLatch(1);

    try (CarrierLoop _ =
        started(
            () -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException _) {
                brokenOff.countDown();
              }
            })) {
      fills.take();
      disk.write(
          tx -> {
            tx.transfers().removeAll(10_001);
            return true;
          });

      assertThat(brokenOff.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  private void awaitSuccess() throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!state().equals(new Transfer.State.Succeeded()) && Instant.now().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(state()).isEqualTo(new Transfer.State.Succeeded());
  }

  /// Fills alone, told of when they begin.
  private final class Fills implements Transport {
    private final Runnable fill;

    Fills(Runnable fill) {
      this.fill = fill;
    }

    @Override
    public void backUp(int databaseId, Secret folder, String name) {
      throw new AssertionError("there is no backup here");
    }

    @Override
    public void fill(int databaseId, String order, List<Secret> places, long limit) {
      fills.add(System.nanoTime());
      fill.run();
    }

    @Override
    public void release(int databaseId) {}
  }

  /// One for several threads, which tells when it was to write, and whose disk may be full.
  private static final class Disk implements Store {
    private final BreakableStore rows;
    final BlockingQueue<Long> tries = new LinkedBlockingQueue<>();

    Disk(Store inner) {
      rows = new BreakableStore(inner);
    }

    void fill(boolean now) {
      rows.fill(now);
    }

    @Override
    public synchronized <T> T read(Function<Tx, T> work) {
      return rows.read(work);
    }

    @Override
    public synchronized <T> T write(Function<Tx, T> work) {
      tries.add(System.nanoTime());
      return rows.write(work);
    }

    @Override
    public synchronized <T> T note(Function<Tx, T> work) {
      return rows.note(work);
    }

    @Override
    public CommandText text(Command command) {
      return rows.text(command);
    }

    @Override
    public void close() {}
  }
}
