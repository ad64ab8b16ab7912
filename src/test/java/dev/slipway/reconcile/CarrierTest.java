package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Secret;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.Transfer;
import dev.slipway.platform.TransferException;
import dev.slipway.platform.Transport;
import dev.slipway.store.sql.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of an order for a backup or an import, and when a backup is ordered by itself.
final class CarrierTest extends DatabaseVisits {
  private static final Transfer.Key BACKUP = Transfer.Key.backup(10_001, null);
  private static final Transfer.Key IMPORT = Transfer.Key.filling(10_001);

  private final Trips trips = new Trips();

  private Carrier carrier() {
    return new Carrier(store, trips, () -> now);
  }

  private void order(Transfer.Key key) {
    Resource<DatabaseSpec> database = row();
    store.write(
        tx -> {
          tx.transfers()
              .order(Transfer.ordered(key, database, List.of(new Secret("file:///x")), now));
          return true;
        });
  }

  private Transfer last(Transfer.Key key) {
    return store.read(tx -> tx.transfers().find(key)).orElseThrow();
  }

  /// As the loop does it.
  private void carryAll() {
    Carrier carrier = carrier();
    carrier.order();
    for (Transfer transfer : carrier.next(Set.of())) {
      assertThat(carrier.begin(transfer)).isTrue();
      carrier.end(transfer, carrier.carry(transfer));
    }
  }

  @Test
  void backupEndsAndForgetsWhereItWent() {
    order(BACKUP);

    carryAll();

    assertThat(trips.made)
        .containsExactly("out file:///1/x 2026-01-01T00-00-30Z-10001-cache-1_of_1.rdb.gz");
    assertThat(last(BACKUP).state()).isEqualTo(new Transfer.State.Succeeded());
    assertThat(last(BACKUP).endedAt()).isEqualTo(now);
    assertThat(last(BACKUP).places()).isEmpty();
  }

  @Test
  void failureIsKeptWithItsReason() {
    order(IMPORT);
    trips.fail = new Transfer.Failure(Transfer.Reason.FILE_CORRUPTED, "It is broken.");

    carryAll();

    assertThat(last(IMPORT).state()).isEqualTo(new Transfer.State.Failed(trips.fail));
  }

  @Test
  void whatADeathBrokeOffIsBegunAgainThreeTimes() {
    order(IMPORT);
    for (int i = 0; i < 3; i++) {
      carrier().begin(last(IMPORT));
    }

    carryAll();

    assertThat(trips.made).containsExactly("release");
    assertThat(last(IMPORT).state()).isInstanceOf(Transfer.State.Failed.class);
  }

  @Test
  void databaseWithABackupIsBackedUpWhenItsHourComes() {
    wantBackup("every-24-hours", "16:00");

    carryAll();
    assertThat(trips.made).isEmpty();
    now = now.plus(Duration.ofHours(24));
    carryAll();
    carryAll();

    assertThat(trips.made).hasSize(1);
    now = now.plus(Duration.ofHours(24));
    carryAll();
    assertThat(trips.made).hasSize(2);
  }

  @Test
  void databaseWhoseBackupIsSwitchedOffIsBackedUpNoMore() {
    wantBackup("every-1-hours", null);
    want(Specs.database("cache"));
    now = now.plus(Duration.ofHours(2));

    carryAll();

    assertThat(trips.made).isEmpty();
  }

  private void wantBackup(String interval, @Nullable String hour) {
    want(
        Specs.database(
            "cache",
            draft ->
                draft.backup =
                    new DatabaseSpec.Backup(
                        true, interval, hour, "aws-s3", new Secret("s3://bucket"))));
  }

  @BeforeEach
  void activate() {
    bringUp();
  }

  private void want(DatabaseSpec spec) {
    var row = row();
    store.write(
        tx -> {
          tx.databases().want(row, spec, new Status.Changing("being changed"), now);
          return true;
        });
    visitToItsEnd(Stores.START);
  }

  /// What was carried, in words.
  private static final class Trips implements Transport {
    final List<String> made = new ArrayList<>();
    Transfer.@Nullable Failure fail;

    @Override
    public void backUp(int databaseId, Secret folder, String name) throws TransferException {
      made.add("out " + folder.clear() + " " + name);
      end();
    }

    @Override
    public void fill(int databaseId, String order, List<Secret> places, long limit)
        throws TransferException {
      made.add("in " + places.getFirst().clear());
      end();
    }

    @Override
    public void release(int databaseId) {
      made.add("release");
    }

    private void end() throws TransferException {
      if (fail != null) {
        throw new TransferException(fail);
      }
    }
  }
}
