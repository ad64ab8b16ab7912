package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.Course;
import dev.slipway.model.Kind;
import dev.slipway.model.Limits;
import dev.slipway.model.PeeringSpec;
import dev.slipway.model.PeeringSpec.Network;
import dev.slipway.model.Place;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.store.Store;
import dev.slipway.store.sql.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Visits to something emulated, whenever it is due; here a peering.
final class EmulatedVisitTest {
  private static final AccountId ACCOUNT = new AccountId(1);
  private static final int ID = 10_001;
  private static final Ref REF = new Ref(Kind.VPC_PEERING, ID);
  private static final PeeringSpec SPEC =
      new PeeringSpec(
          Place.of(ID), Course.PEERING_ASKED_FOR, null, new Network("project", "network"));

  @TempDir Path folder;
  private Store store;
  private Instant now = Stores.START;

  @BeforeEach
  void open() {
    store = Stores.inline(folder);
    Stores.addAccount(store, ACCOUNT.value());
    store.write(
        tx -> {
          tx.subscriptions()
              .add(ACCOUNT, ID, null, Specs.subscription(_ -> {}), new Status.Active(), now);
          return tx.peerings().add(ACCOUNT, ID, ID, SPEC, SPEC.course().start(), now);
        });
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void itGoesThroughItsStatesWhenTheyAreDue() {
    visit(REF);
    assertThat(status()).isEqualTo(new Status.Pending("initiating-request"));
    assertThat(with().untilDue()).contains(Duration.ZERO); // the subscription

    now = now.plus(Limits.standard().counterpart());
    visit(REF);
    assertThat(status()).isEqualTo(new Status.Pending("pending-acceptance"));

    now = now.plus(Limits.standard().counterpart());
    visit(REF);
    assertThat(status()).isEqualTo(new Status.Active());
  }

  @Test
  void itIsNotDueBeforeItsTime() {
    visit(REF);

    assertThat(with().visit(REF)).isEmpty();
  }

  @Test
  void itGoesWithItsSubscription() {
    var subscription = store.read(tx -> tx.subscriptions().find(ACCOUNT, ID).orElseThrow());
    store.write(
        tx -> {
          tx.subscriptions().want(subscription, subscription.spec(), new Status.Deleting(), now);
          return true;
        });

    visit(Ref.subscription(ID));

    assertThat(row()).isEmpty();
  }

  private Status status() {
    return row().orElseThrow().status();
  }

  private Optional<Resource<PeeringSpec>> row() {
    return store.read(tx -> tx.peerings().find(ACCOUNT, ID));
  }

  private Reconciler with() {
    return new Reconciler(
        store,
        new Nowhere(),
        Limits.standard(),
        Specs.catalogue(),
        () -> now,
        "me",
        Stores.START,
        10_000,
        10_001,
        _ -> {});
  }

  private void visit(Ref ref) {
    Visit visit = with().visit(ref).orElseThrow();
    for (int steps = 0; visit.step(); steps++) {
      assertThat(steps).isLessThan(5);
    }
  }
}
