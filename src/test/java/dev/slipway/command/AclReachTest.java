package dev.slipway.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.AclCommand.CreateAclUser;
import dev.slipway.model.AclCommand.DeleteAclUser;
import dev.slipway.model.AclCommand.UpdateAclRole;
import dev.slipway.model.AclCommand.UpdateAclUser;
import dev.slipway.model.AclCommand.UpdateRedisRule;
import dev.slipway.model.AclCommand.Wish;
import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclRoleSpec.Grant;
import dev.slipway.model.AclRoleSpec.Target;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.Kind;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.Ref;
import dev.slipway.model.Secret;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.store.Store;
import dev.slipway.store.sql.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rule, a role and a user of one database, and another database; all at rest.
final class AclReachTest {
  private static final AccountId ACCOUNT = new AccountId(1);
  private static final int ID = 10_001;

  /// Below those that are given out.
  private static final int USER = 9_001;

  private static final Ref NAMED = Ref.database(ID);
  private static final Ref OTHER = Ref.database(ID + 1);
  private static final Secret PASSWORD = new Secret("Secret-12");
  private static final Status ACTIVE = new Status.Active();
  private static final Instant NOW = Stores.START.plusSeconds(1);

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void setTheScene() {
    store = Stores.inline(folder);
    Stores.addAccount(store, ACCOUNT.value());
    var target = new Target(ID, ID, List.of());
    var role = new AclRoleSpec("role", List.of(new Grant(ID, List.of(target))));
    store.write(
        tx -> {
          tx.subscriptions()
              .add(ACCOUNT, ID, null, Specs.subscription(_ -> {}), ACTIVE, Stores.START);
          tx.databases()
              .add(ACCOUNT, NAMED.id(), ID, Specs.database("named"), ACTIVE, Stores.START);
          tx.databases()
              .add(ACCOUNT, OTHER.id(), ID, Specs.database("other"), ACTIVE, Stores.START);
          tx.redisRules()
              .add(ACCOUNT, ID, null, new RedisRuleSpec("rule", "+get"), ACTIVE, Stores.START);
          tx.aclRoles().add(ACCOUNT, ID, null, role, ACTIVE, Stores.START);
          return tx.aclUsers()
              .add(ACCOUNT, USER, null, new AclUserSpec("ann", ID, PASSWORD), ACTIVE, Stores.START);
        });
    store.write(
        tx -> {
          for (Ref ref : tx.work().due(NOW, 100)) {
            var row = tx.work().lease(ref, "me", NOW, NOW.plusSeconds(1)).orElseThrow();
            tx.work().release(row, "me", NOW.plus(Duration.ofHours(1)));
          }
          return true;
        });
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void newUserIsLookedAtWhereItsRoleHolds() {
    var create = new CreateAclUser("bob", "role", PASSWORD);

    assertThat(lookedAtAfter(turn -> AclUserHandler.create(create, turn))).containsExactly(NAMED);
  }

  @Test
  void newPasswordIsLookedAtWhereTheRoleHolds() {
    var update = new UpdateAclUser(USER, null, new Secret("Another-12"));

    assertThat(lookedAtAfter(turn -> AclUserHandler.update(update, turn))).containsExactly(NAMED);
  }

  @Test
  void deletedUserIsLookedAtWhereItsRoleHolds() {
    var delete = new DeleteAclUser(USER);

    assertThat(lookedAtAfter(turn -> AclUserHandler.delete(delete, turn))).containsExactly(NAMED);
  }

  @Test
  void changedRuleIsLookedAtWhereItsRolesHold() {
    var update = new UpdateRedisRule(ID, "rule", "+set");

    assertThat(lookedAtAfter(turn -> RedisRuleHandler.update(update, turn))).containsExactly(NAMED);
  }

  @Test
  void roleThatMovesIsLookedAtWhereItWasAndWhereItIs() {
    var wish = new Wish("rule", List.of(new Target(ID, OTHER.id(), List.of())));
    var update = new UpdateAclRole(ID, null, List.of(wish));

    assertThat(lookedAtAfter(turn -> AclRoleHandler.update(update, turn)))
        .containsExactlyInAnyOrder(NAMED, OTHER);
  }

  private List<Ref> lookedAtAfter(Function<Turn, Outcome> change) {
    return store.write(
        tx -> {
          var _ = change.apply(new Turn(ACCOUNT, tx, NOW));
          return tx.work().due(NOW, 100).stream()
              .filter(ref -> ref.kind() == Kind.DATABASE)
              .toList();
        });
  }
}
