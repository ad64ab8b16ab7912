package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.DatabaseUser;
import dev.slipway.model.Kind;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Secret;
import dev.slipway.model.Sha256;
import dev.slipway.model.Status;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed.Life;
import dev.slipway.store.sql.Stores;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A user of a role that names a database, in a world that is told what to show.
final class AccessVisitTest extends DatabaseVisits {
  private static final int RULE = 10_001;
  private static final int ROLE = 10_001;
  private static final Ref USER = new Ref(Kind.ACL_USER, 10_001);
  private static final Status PENDING = new Status.Pending("being created");

  @BeforeEach
  void bringTheDatabaseUp() {
    visitToItsEnd(Stores.START);
  }

  @Test
  void databaseIsToldOfItsUsersAndStaysActive() {
    addUser(ACCOUNT);
    lookIsAskedFor();

    visitToItsEnd(Stores.START);

    assertThat(redis.actions).endsWith(Action.CONFIGURE);
    assertThat(row().status()).isEqualTo(new Status.Active());
    assertThat(redis.told.users())
        .containsExactly(new DatabaseUser("ann", Sha256.hex("Secret-12"), "+get ~*"));
  }

  @Test
  void userIsPendingUntilItsDatabaseHasIt() {
    addUser(ACCOUNT);
    visitUser();
    assertThat(user().status()).isEqualTo(PENDING);
    lookIsAskedFor();

    visitToItsEnd(Stores.START);
    visitUser();

    assertThat(user().status()).isEqualTo(new Status.Active());
  }

  @Test
  void databaseThatDoesNotRunHoldsNoUserUp() {
    redis.life = Life.SILENT;
    lookIsAskedFor();
    visitToItsEnd(Stores.START);
    addUser(ACCOUNT);

    visitUser();

    assertThat(user().status()).isEqualTo(new Status.Active());
  }

  @Test
  void deletedUserIsForgottenWhenItsDatabaseIsToldSo() {
    addUser(ACCOUNT);
    lookIsAskedFor();
    visitToItsEnd(Stores.START);
    visitUser();
    var user = user();
    store.write(
        tx -> {
          tx.aclUsers().want(user, user.spec(), new Status.Deleting(), now);
          tx.work().look(DATABASE, now);
          return true;
        });
    visitUser();
    assertThat(user().status()).isEqualTo(new Status.Deleting());

    visitToItsEnd(Stores.START);
    visitUser();

    assertThat(redis.told.users()).isEmpty();
    boolean gone = store.read(tx -> tx.aclUsers().of(ACCOUNT).isEmpty());
    assertThat(gone).isTrue();
  }

  @Test
  void userOfAnotherAccountIsNotLetIn() {
    var other = new AccountId(2);
    Stores.addAccount(store, other.value());
    addUser(other);
    lookIsAskedFor();

    visitToItsEnd(Stores.START);

    assertThat(redis.told.users()).isEmpty();
    assertThat(redis.actions).containsExactly(Action.START);
  }

  private void addUser(AccountId account) {
    store.write(
        tx -> {
          var active = new Status.Active();
          tx.redisRules()
              .add(account, RULE, null, new RedisRuleSpec("keys", "+get ~*"), active, now);
          var target = new AclRoleSpec.Target(1, DATABASE.id(), List.of());
          var grant = new AclRoleSpec.Grant(RULE, List.of(target));
          tx.aclRoles()
              .add(account, ROLE, null, new AclRoleSpec("role", List.of(grant)), active, now);
          return tx.aclUsers()
              .add(
                  account,
                  USER.id(),
                  null,
                  new AclUserSpec("ann", ROLE, new Secret("Secret-12")),
                  PENDING,
                  now);
        });
  }

  private void visitUser() {
    store.write(
        tx -> {
          tx.work().look(USER, now);
          return true;
        });
    Visit visit = reconciler(Stores.START).visit(USER).orElseThrow();
    for (int steps = 0; visit.step(); steps++) {
      assertThat(steps).isLessThan(5);
    }
  }

  private Resource<AclUserSpec> user() {
    return store.read(tx -> tx.aclUsers().find(ACCOUNT, USER.id())).orElseThrow();
  }
}
