package dev.slipway.api.redirection;

import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclRoleSpec.Grant;
import dev.slipway.model.AclRoleSpec.Target;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Has the roles of one database hold on another too. A role that names the other already has its
/// rule for it, and stays.
record DuplicatedRoles(Tx tx, Instant now) {
  void duplicate(Resource<DatabaseSpec> source, Resource<DatabaseSpec> target) {
    var more = new Target(Objects.requireNonNull(target.parent()), target.id(), List.of());
    for (Resource<AclRoleSpec> role : tx.aclRoles().of(source.account())) {
      if (names(role.spec(), source.id()) && !names(role.spec(), target.id()) && !goes(role)) {
        var grants =
            role.spec().grants().stream()
                .map(grant -> names(grant, source.id()) ? with(grant, more) : grant)
                .toList();
        tx.aclRoles()
            .want(
                role,
                new AclRoleSpec(role.spec().name(), grants),
                new Status.Changing("being changed"),
                now);
        tx.work().look(target.ref(), now);
      }
    }
  }

  private static boolean goes(Resource<?> role) {
    return role.status() instanceof Status.Deleting;
  }

  private static boolean names(AclRoleSpec role, int databaseId) {
    return role.grants().stream().anyMatch(grant -> names(grant, databaseId));
  }

  private static boolean names(Grant grant, int databaseId) {
    return grant.databases().stream().anyMatch(target -> target.databaseId() == databaseId);
  }

  private static Grant with(Grant grant, Target more) {
    return new Grant(
        grant.ruleId(), Stream.concat(grant.databases().stream(), Stream.of(more)).toList());
  }
}
