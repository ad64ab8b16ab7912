package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Ref;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.Usage;
import dev.slipway.platform.Observed.Life;
import dev.slipway.store.sql.Stores;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From when to when a database is charged for, and at what price.
final class MeteringTest extends DatabaseVisits {
  @BeforeEach
  void addSubscription() {
    store.write(
        tx ->
            tx.subscriptions()
                .add(ACCOUNT, 1, null, Specs.subscription(_ -> {}), new Status.Active(), now));
  }

  @Test
  void usageBeginsWhenADatabaseBecomesActive() {
    now = now.plusSeconds(7);
    visitToItsEnd(Stores.START);

    assertThat(usage()).hasSize(1);
    Usage usage = usage().getFirst();
    assertThat(usage.from()).isEqualTo(Stores.START.plusSeconds(7));
    assertThat(usage.to()).isNull();
    assertThat(usage.terms().region()).isEqualTo("us-east-1");
    assertThat(usage.terms().price().pricePerUnit()).isEqualTo(0.027);
  }

  @Test
  void lookAtADatabaseThatRunsBeginsNothingNew() {
    bringUp();

    visitToItsEnd(Stores.START);

    assertThat(usage()).hasSize(1);
  }

  @Test
  void databaseOfAnEarlierVersionIsChargedForFromTheFirstLookOn() {
    bringUp();
    stop();
    store.<Integer>write(tx -> tx.meter().removeOlderThan(now.plusSeconds(1), 10));

    visitToItsEnd(Stores.START);

    assertThat(usage()).extracting(Usage::from).containsExactly(now);
  }

  private void stop() {
    store.write(
        tx -> {
          tx.meter().stops(DATABASE.id(), now);
          return true;
        });
  }

  @Test
  void changeIsChargedForWhenItIsInForce() {
    bringUp();
    var larger = Specs.database("cache", draft -> draft.size = new DatabaseSpec.Size(5, false));
    Instant wished = now;
    var row = row();
    store.write(
        tx -> {
          tx.databases().want(row, larger, new Status.Changing("being changed"), now);
          return true;
        });
    assertThat(usage()).extracting(Usage::to).containsOnlyNulls();
    now = wished.plusSeconds(3);

    visitToItsEnd(Stores.START);

    assertThat(usage()).extracting(Usage::to).containsExactly(wished.plusSeconds(3), null);
    assertThat(usage().getLast().terms().datasetGb()).isEqualTo(5);
  }

  @Test
  void databaseThatDoesNotRunCostsNothing() {
    bringUp();
    redis.life = Life.DEAD;
    redis.loads = true;
    reconciler(Stores.START).look(List.of(DATABASE));

    assertThat(usage()).extracting(Usage::to).containsExactly(now);
  }

  @Test
  void usageEndsWhenADatabaseIsGone() {
    bringUp();
    var row = row();
    store.write(
        tx -> {
          tx.databases().want(row, SPEC, new Status.Deleting(), now);
          return true;
        });
    redis.life = Life.DEAD;
    redis.erased = true;
    now = now.plusSeconds(2);

    visitToItsEnd(Stores.START);

    assertThat(store.<Integer>read(tx -> tx.databases().countUnder(1))).isZero();
    assertThat(usage()).extracting(Usage::to).containsExactly(now);
  }

  @Test
  void subscriptionItselfCostsNothing() {
    var visit = reconciler(Stores.START).visit(Ref.subscription(1)).orElseThrow();
    while (visit.step()) {
      assertThat(usage()).isEmpty();
    }

    assertThat(usage()).isEmpty();
  }

  private List<Usage> usage() {
    return store.read(tx -> tx.meter().of(ACCOUNT, Instant.EPOCH, now.plusSeconds(1)));
  }
}
