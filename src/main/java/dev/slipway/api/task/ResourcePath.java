package dev.slipway.api.task;

import dev.slipway.model.AccountUserCommand;
import dev.slipway.model.AclCommand;
import dev.slipway.model.ActiveActiveCommand;
import dev.slipway.model.CloudAccountCommand;
import dev.slipway.model.Command;
import dev.slipway.model.Contradiction;
import dev.slipway.model.CreateCostReport;
import dev.slipway.model.CreateDatabase;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.DatabaseCommand;
import dev.slipway.model.DeleteDatabase;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.PeeringCommand;
import dev.slipway.model.PrivateLinkCommand;
import dev.slipway.model.PscCommand;
import dev.slipway.model.SubscriptionCommand;
import dev.slipway.model.TransitGatewayCommand;
import dev.slipway.model.UpdateDatabase;
import dev.slipway.model.UpdateSubscription;
import java.util.Optional;

/// Where to read what a task has made or changed.
final class ResourcePath {
  private ResourcePath() {}

  /// Where the resource of a completed command is; empty when it is being taken down.
  static Optional<String> of(Command command, int resourceId) {
    return switch (command) {
      case CreateSubscription _, UpdateSubscription _ ->
          Optional.of("/subscriptions/" + resourceId);
      case CreateDatabase create -> Optional.of(database(create.subscriptionId(), resourceId));
      case UpdateDatabase update -> Optional.of(database(update.subscriptionId(), resourceId));
      case AclCommand acl -> list(acl);
      case DatabaseCommand database -> Optional.of(database(database.subscriptionId(), resourceId));
      case ActiveActiveCommand.UpdateCrdb update ->
          Optional.of(database(update.subscriptionId(), resourceId));
      case SubscriptionCommand _,
          ActiveActiveCommand.AddRegion _,
          ActiveActiveCommand.DeleteRegion _ ->
          Optional.of("/subscriptions/" + resourceId);
      case CloudAccountCommand.CreateCloudAccount _, CloudAccountCommand.UpdateCloudAccount _ ->
          Optional.of("/cloud-accounts/" + resourceId);
      case AccountUserCommand.UpdateAccountUser _ -> Optional.of("/users/" + resourceId);
      case AccountUserCommand.DeleteAccountUser _,
          DeleteSubscription _,
          DeleteDatabase _,
          CloudAccountCommand.DeleteCloudAccount _,
          CreateCostReport _,
          PeeringCommand _,
          PrivateLinkCommand _,
          TransitGatewayCommand _,
          PscCommand _, // a GET of it makes a task
          Contradiction _ ->
          Optional.empty();
    };
  }

  /// Rules and roles have no address of their own: they are found in their lists.
  private static Optional<String> list(AclCommand command) {
    return switch (command) {
      case AclCommand.CreateRedisRule _, AclCommand.UpdateRedisRule _ ->
          Optional.of("/acl/redisRules");
      case AclCommand.CreateAclRole _, AclCommand.UpdateAclRole _ -> Optional.of("/acl/roles");
      case AclCommand.CreateAclUser _, AclCommand.UpdateAclUser _ -> Optional.of("/acl/users");
      case AclCommand.DeleteRedisRule _, AclCommand.DeleteAclRole _, AclCommand.DeleteAclUser _ ->
          Optional.empty();
    };
  }

  private static String database(int subscriptionId, int databaseId) {
    return "/subscriptions/" + subscriptionId + "/databases/" + databaseId;
  }
}
