package dev.slipway.task;

import dev.slipway.command.Outcome;
import dev.slipway.model.AccountId;
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
import dev.slipway.model.Event;
import dev.slipway.model.PeeringCommand;
import dev.slipway.model.PrivateLinkCommand;
import dev.slipway.model.PscCommand;
import dev.slipway.model.SubscriptionCommand;
import dev.slipway.model.Task;
import dev.slipway.model.TransitGatewayCommand;
import dev.slipway.model.UpdateDatabase;
import dev.slipway.model.UpdateSubscription;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes into an account's system log what a task has done (api-rules 2.4). What was refused or
/// only tried has done nothing.
final class Chronicle {
  private Chronicle() {}

  /// In the transaction in which it was done.
  static void tell(Task task, Outcome outcome, Tx tx, Instant now) {
    if (outcome instanceof Outcome.Accepted(Integer id, _) && id != null) {
      deed(task.command())
          .map(
              deed ->
                  new Event(
                      task.number(),
                      now,
                      Event.SYSTEM,
                      task.keyName(),
                      id,
                      name(deed, id, task.account(), tx),
                      deed.type(),
                      deed.thing() + " " + id + " was " + deed.done()))
          .ifPresent(event -> tx.events().add(task.account(), event));
    }
  }

  /// What is gone by now has no name.
  private static @Nullable String name(Deed deed, int id, AccountId account, Tx tx) {
    var rows =
        switch (deed.thing()) {
          case "Subscription" -> tx.subscriptions();
          case "Database" -> tx.databases();
          default -> null;
        };
    return rows == null ? null : rows.find(account, id).map(row -> row.spec().name()).orElse(null);
  }

  private record Deed(String type, String thing, String done) {}

  private static Optional<Deed> deed(Command command) {
    return switch (command) {
      case CreateSubscription _ -> of("Subscription", "Subscription", "created");
      case UpdateSubscription _ -> of("Subscription", "Subscription", "changed");
      case DeleteSubscription _ -> of("Subscription", "Subscription", "deleted");
      case CreateDatabase _ -> of("Database", "Database", "created");
      case UpdateDatabase _ -> of("Database", "Database", "changed");
      case DeleteDatabase _ -> of("Database", "Database", "deleted");
      case AclCommand acl -> Optional.of(deed(acl));
      case DatabaseCommand.UpgradeDatabase _ -> of("Database", "Database", "upgraded");
      case DatabaseCommand.FlushDatabase _ -> of("Database", "Database", "flushed");
      case DatabaseCommand.StartBackup _ -> of("Database", "Database", "queued for a backup");
      case DatabaseCommand.StartImport _ -> of("Database", "Database", "queued for an import");
      case DatabaseCommand.ReadBackup _,
          DatabaseCommand.ReadImport _,
          SubscriptionCommand.ReadAllowList _,
          PeeringCommand.ReadPeering _,
          PscCommand.ReadPscService _,
          PscCommand.ReadPscEndpoint _,
          PscCommand.ReadPscScript _,
          TransitGatewayCommand.ReadTransitGateway _,
          TransitGatewayCommand.ReadTgwInvitation _,
          PrivateLinkCommand.ReadPrivateLink _,
          PrivateLinkCommand.ReadLinkScript _ ->
          Optional.empty();
      case SubscriptionCommand _,
          ActiveActiveCommand.AddRegion _,
          ActiveActiveCommand.DeleteRegion _ ->
          of("Subscription", "Subscription", "changed");
      case ActiveActiveCommand.UpdateCrdb _ -> of("Database", "Database", "changed");
      case CloudAccountCommand.CreateCloudAccount _ -> of("Account", "Cloud account", "created");
      case CloudAccountCommand.UpdateCloudAccount _ -> of("Account", "Cloud account", "changed");
      case CloudAccountCommand.DeleteCloudAccount _ -> of("Account", "Cloud account", "deleted");
      case AccountUserCommand.UpdateAccountUser _ -> of("User", "User", "changed");
      case AccountUserCommand.DeleteAccountUser _ -> of("User", "User", "deleted");
      case PeeringCommand.CreatePeering _ -> of("Subscription", "VPC peering", "created");
      case PeeringCommand.UpdatePeering _ -> of("Subscription", "VPC peering", "changed");
      case PeeringCommand.DeletePeering _ -> of("Subscription", "VPC peering", "deleted");
      case PscCommand.CreatePscService _ ->
          of("Subscription", "Private Service Connect", "created");
      case PscCommand.DeletePscService _ ->
          of("Subscription", "Private Service Connect", "deleted");
      case PscCommand.CreatePscEndpoint _ -> of("Subscription", "PSC endpoint", "created");
      case PscCommand.UpdatePscEndpoint _ -> of("Subscription", "PSC endpoint", "changed");
      case PscCommand.DeletePscEndpoint _ -> of("Subscription", "PSC endpoint", "deleted");
      case TransitGatewayCommand.AcceptTgwInvitation _ ->
          of("Subscription", "Transit gateway", "accepted");
      case TransitGatewayCommand.RejectTgwInvitation _ ->
          of("Subscription", "Transit gateway", "rejected");
      case TransitGatewayCommand.CreateTgwAttachment _ ->
          of("Subscription", "Transit gateway", "attached");
      case TransitGatewayCommand.UpdateTgwAttachment _ ->
          of("Subscription", "Transit gateway", "changed");
      case TransitGatewayCommand.DeleteTgwAttachment _ ->
          of("Subscription", "Transit gateway", "detached");
      case PrivateLinkCommand.CreatePrivateLink _ ->
          of("Subscription", "PrivateLink of subscription", "created");
      case PrivateLinkCommand.DeletePrivateLink _ ->
          of("Subscription", "PrivateLink of subscription", "deleted");
      case PrivateLinkCommand.CreateLinkPrincipal _,
          PrivateLinkCommand.DeleteLinkPrincipal _,
          PrivateLinkCommand.DisassociateLinkConnection _ ->
          of("Subscription", "PrivateLink of subscription", "changed");
      case CreateCostReport _, Contradiction _ -> Optional.empty();
    };
  }

  private static Deed deed(AclCommand command) {
    return switch (command) {
      case AclCommand.CreateRedisRule _ -> new Deed("Configuration", "Redis rule", "created");
      case AclCommand.UpdateRedisRule _ -> new Deed("Configuration", "Redis rule", "changed");
      case AclCommand.DeleteRedisRule _ -> new Deed("Configuration", "Redis rule", "deleted");
      case AclCommand.CreateAclRole _ -> new Deed("Configuration", "Role", "created");
      case AclCommand.UpdateAclRole _ -> new Deed("Configuration", "Role", "changed");
      case AclCommand.DeleteAclRole _ -> new Deed("Configuration", "Role", "deleted");
      case AclCommand.CreateAclUser _ -> new Deed("Configuration", "Redis user", "created");
      case AclCommand.UpdateAclUser _ -> new Deed("Configuration", "Redis user", "changed");
      case AclCommand.DeleteAclUser _ -> new Deed("Configuration", "Redis user", "deleted");
    };
  }

  private static Optional<Deed> of(String type, String thing, String done) {
    return Optional.of(new Deed(type, thing, done));
  }
}
