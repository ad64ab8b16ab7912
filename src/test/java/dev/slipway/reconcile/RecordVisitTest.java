package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.Kind;
import dev.slipway.model.Limits;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Secret;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec.Provider;
import dev.slipway.model.Tag;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import dev.slipway.store.sql.Stores;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Visits to what is in force as soon as its row says so; here a cloud account with the number of a
/// database.
final class RecordVisitTest {
  private static final AccountId ACCOUNT = new AccountId(1);
  private static final int ID = 10_001;
  private static final Ref REF = new Ref(Kind.CLOUD_ACCOUNT, ID);
  private static final CloudAccountSpec SPEC =
      new CloudAccountSpec(
          "own", Provider.AWS, "AKIA1", new Secret("s"), "ann", new Secret("p"), "https://x");

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Stores.inline(folder);
    Stores.addAccount(store, ACCOUNT.value());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void newOneIsActiveAtOnce() {
    add(new Status.Pending("being created"));

    visit();

    assertThat(row().orElseThrow().status()).isEqualTo(new Status.Active());
  }

  @Test
  void changedOneIsActiveAgain() {
    add(new Status.Pending("being created"));
    visit();
    want(new Status.Changing("being changed"));

    visit();

    assertThat(row().orElseThrow().status()).isEqualTo(new Status.Active());
  }

  @Test
  void failedOneStaysSo() {
    var failed = new Status.Failed(new Problem(ProblemType.GENERAL_ERROR, "why"));
    add(failed);

    visit();

    assertThat(row().orElseThrow().status()).isEqualTo(failed);
  }

  @Test
  void deletedOneIsForgottenAndTheDatabaseOfTheSameNumberKeepsItsPortAndTags() {
    add(new Status.Pending("being created"));
    store.write(
        tx -> {
          tx.databases()
              .add(ACCOUNT, ID, 1, Specs.database("cache"), new Status.Active(), Stores.START);
          tx.tags().put(ID, "team", "shop", Stores.START);
          return tx.ports().reserve(10_000, ID);
        });
    visit();
    want(new Status.Deleting());

    visit();

    assertThat(row()).isEmpty();
    List<Tag> tags = store.read(tx -> tx.tags().of(ID));
    assertThat(tags).hasSize(1);
    boolean taken = store.read(tx -> tx.ports().taken(10_000));
    assertThat(taken).isTrue();
  }

  @Test
  void rulesRolesAndUsersWithoutADatabaseAreActiveAtOnceToo() {
    var pending = new Status.Pending("being created");
    store.write(
        tx -> {
          tx.redisRules()
              .add(ACCOUNT, 1, null, new RedisRuleSpec("r", "+get"), pending, Stores.START);
          tx.aclRoles()
              .add(ACCOUNT, 2, null, new AclRoleSpec("o", List.of()), pending, Stores.START);
          return tx.aclUsers()
              .add(
                  ACCOUNT,
                  3,
                  null,
                  new AclUserSpec("u", 2, new Secret("s")),
                  pending,
                  Stores.START);
        });

    visit(new Ref(Kind.REDIS_RULE, 1));
    visit(new Ref(Kind.ACL_ROLE, 2));
    visit(new Ref(Kind.ACL_USER, 3));

    var active = new Status.Active();
    assertThat(status(tx -> tx.redisRules().find(ACCOUNT, 1).orElseThrow())).isEqualTo(active);
    assertThat(status(tx -> tx.aclRoles().find(ACCOUNT, 2).orElseThrow())).isEqualTo(active);
    assertThat(status(tx -> tx.aclUsers().find(ACCOUNT, 3).orElseThrow())).isEqualTo(active);
  }

  private void add(Status status) {
    store.write(tx -> tx.cloudAccounts().add(ACCOUNT, ID, null, SPEC, status, Stores.START));
  }

  private void want(Status status) {
    var row = row().orElseThrow();
    store.write(
        tx -> {
          tx.cloudAccounts().want(row, SPEC, status, Stores.START);
          return true;
        });
  }

  private Status status(Function<Tx, Resource<?>> row) {
    return store.read(row).status();
  }

  private Optional<Resource<CloudAccountSpec>> row() {
    return store.read(tx -> tx.cloudAccounts().find(ACCOUNT, ID));
  }

  private void visit() {
    visit(REF);
  }

  private void visit(Ref ref) {
    var reconciler =
        new Reconciler(
            store,
            new Nowhere(),
            Limits.standard(),
            Specs.catalogue(),
            () -> Stores.START,
            "me",
            Stores.START,
            10_000,
            10_001,
            _ -> {});
    Visit visit = reconciler.visit(ref).orElseThrow();
    for (int steps = 0; visit.step(); steps++) {
      assertThat(steps).isLessThan(5);
    }
  }
}
