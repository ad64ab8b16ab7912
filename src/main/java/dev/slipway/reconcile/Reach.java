package dev.slipway.reconcile;

import dev.slipway.model.AccountId;
import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Facts;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Settings;
import dev.slipway.model.Status;
import dev.slipway.store.Tx;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How far a rule, a role or a user is in force, by the rows of one transaction.
///
/// @param behind a running database of the account that does not let in whom it should. One that is
///   pending, in error or being deleted holds nothing up: it is told before it is active again.
/// @param refusal why a user is kept out of a database of its role for good
record Reach(Optional<Resource<DatabaseSpec>> behind, Optional<Problem> refusal) {
  static Reach of(Resource<?> resource, Tx tx) {
    return new Reach(
        resource.status() instanceof Status.Active ? Optional.empty() : behind(resource, tx),
        resource.spec() instanceof AclUserSpec user
            ? refusal(user, resource.account(), tx)
            : Optional.empty());
  }

  private static Optional<Resource<DatabaseSpec>> behind(Resource<?> resource, Tx tx) {
    Guests guests = Guests.of(resource, tx);
    return tx.databases().of(resource.account()).stream()
        .filter(Reach::runs)
        .filter(database -> !admitted(database).users().equals(wanted(guests, database)))
        .findFirst();
  }

  private static boolean runs(Resource<DatabaseSpec> database) {
    return database.status() instanceof Status.Active
        || database.status() instanceof Status.Changing;
  }

  private static String wanted(Guests guests, Resource<DatabaseSpec> database) {
    return Settings.wantedBy(guests.wantedOf(database)).users();
  }

  private static Facts.Admitted admitted(Resource<DatabaseSpec> database) {
    Facts facts = database.facts();
    return facts == null || facts.admitted() == null ? Facts.Admitted.NOBODY : facts.admitted();
  }

  private static Optional<Problem> refusal(AclUserSpec user, AccountId account, Tx tx) {
    return tx.aclRoles().find(account, user.roleId()).stream()
        .flatMap(role -> databases(role.spec()))
        .flatMap(id -> tx.databases().find(account, id).stream())
        .flatMap(database -> refusal(user, database).stream())
        .findFirst();
  }

  private static Stream<Integer> databases(AclRoleSpec role) {
    return role.grants().stream()
        .map(AclRoleSpec.Grant::databases)
        .flatMap(List::stream)
        .map(AclRoleSpec.Target::databaseId);
  }

  private static Optional<Problem> refusal(AclUserSpec user, Resource<DatabaseSpec> database) {
    return Optional.ofNullable(admitted(database).refused().get(user.name()))
        .map(
            reason ->
                new Problem(
                    ProblemType.ACL_REDIS_RULE_PATTERN_NOT_VALID,
                    "The user is not let into database %s: %s. Change the rule of its role there."
                        .formatted(database.id(), reason)));
  }
}
