package dev.slipway.proof.simulation;

import dev.slipway.model.AclCommand.CreateAclRole;
import dev.slipway.model.AclCommand.CreateAclUser;
import dev.slipway.model.AclCommand.DeleteAclUser;
import dev.slipway.model.AclCommand.UpdateAclRole;
import dev.slipway.model.AclCommand.UpdateAclUser;
import dev.slipway.model.AclCommand.Wish;
import dev.slipway.model.AclRoleSpec.Target;
import dev.slipway.model.Command;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Secret;
import java.util.List;
import java.util.Objects;

/// Makes up what clients ask of roles and users. They guess the numbers of what others have made,
/// so that some are not there or another account's.
record AccessRequests(Chance chance) {
  private static final int FIRST = 10_001;

  /// A request about roles that name these databases, at least one, or about their users.
  Command next(List<Resource<DatabaseSpec>> databases) {
    return switch (chance.below(6)) {
      case 0 -> new CreateAclRole(role(), wishes(databases));
      case 1 -> new UpdateAclRole(number(), null, wishes(databases));
      case 2 -> new UpdateAclUser(number(), chance.oneIn(2) ? role() : null, password());
      case 3 -> new DeleteAclUser(number());
      default -> new CreateAclUser("user-" + chance.below(3), role(), password());
    };
  }

  private List<Wish> wishes(List<Resource<DatabaseSpec>> databases) {
    var database = chance.of(databases);
    var target = new Target(Objects.requireNonNull(database.parent()), database.id(), List.of());
    return List.of(new Wish(chance.of(RedisRuleSpec.DEFAULTS).name(), List.of(target)));
  }

  private String role() {
    return "role-" + chance.below(2);
  }

  private int number() {
    return FIRST + chance.below(4);
  }

  private Secret password() {
    return Specs.password("A" + chance.below(3));
  }
}
