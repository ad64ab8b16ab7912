package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ManagedKeys;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.store.sql.Stores;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A subscription that waits for a key of the user's own.
final class KeyVisitTest extends DatabaseVisits {
  private static final int ID = 7;

  @BeforeEach
  void addSubscription() {
    var spec =
        Specs.subscription(
            draft -> draft.encryption = SubscriptionSpec.Encryption.CUSTOMER_MANAGED_KEY);
    store.write(tx -> tx.subscriptions().add(ACCOUNT, ID, null, spec, new Status.Pending(""), now));
  }

  @Test
  void subscriptionRestsUntilItsKeyIsNamed() {
    visitSubscription();
    assertThat(subscription().status()).isInstanceOf(Status.Pending.class);

    var row = subscription();
    var wanted =
        row.spec()
            .withManagedKeys(
                new ManagedKeys(List.of(new ManagedKeys.Key("a key", null)), "immediate"));
    store.write(
        tx -> {
          tx.subscriptions().want(row, wanted, new Status.Pending(""), now);
          return true;
        });
    visitSubscription();

    assertThat(subscription().status()).isInstanceOf(Status.Active.class);
  }

  private void visitSubscription() {
    var visit = reconciler(Stores.START).visit(Ref.subscription(ID)).orElseThrow();
    for (int steps = 0; visit.step(); steps++) {
      assertThat(steps).isLessThan(5);
    }
  }

  private Resource<SubscriptionSpec> subscription() {
    return store.read(tx -> tx.subscriptions().find(ACCOUNT, ID)).orElseThrow();
  }
}
