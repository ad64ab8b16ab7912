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
import dev.slipway.model.Resource;
import dev.slipway.model.Spec;
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
      deed(task.command()).ifPresent(deed -> tell(task, deed, id, tx, now));
      if (task.command() instanceof CreateSubscription) {
        var planned = new Deed(Thing.DATABASE, "created");
        tx.databases()
            .under(id, 0, Integer.MAX_VALUE)
            .forEach(database -> tell(task, planned, database.id(), tx, now));
      }
    }
  }

  private static void tell(Task task, Deed deed, int id, Tx tx, Instant now) {
    tx.events()
        .add(
            task.account(),
            new Event(
                now,
                Event.SYSTEM,
                task.keyName(),
                id,
                deed.thing().name(id, task.account(), tx),
                deed.thing().type,
                deed.thing().word + " " + id + " was " + deed.done()));
  }

  /// What can be done something to, by the type that the log gives it and the word for it there.
  private enum Thing {
    SUBSCRIPTION("Subscription", "Subscription"),
    DATABASE("Database", "Database"),
    REDIS_RULE("Configuration", "Redis rule"),
    ROLE("Configuration", "Role"),
    REDIS_USER("Configuration", "Redis user"),
    CLOUD_ACCOUNT("Account", "Cloud account"),
    USER("User", "User"),
    PEERING("Subscription", "VPC peering"),
    PSC("Subscription", "Private Service Connect"),
    PSC_ENDPOINT("Subscription", "PSC endpoint"),
    GATEWAY("Subscription", "Transit gateway"),
    LINK("Subscription", "PrivateLink of subscription");

    private final String type;
    private final String word;

    Thing(String type, String word) {
      this.type = type;
      this.word = word;
    }

    /// The name that the user gave it. What is gone by now has none, nor have connections.
    @Nullable String name(int id, AccountId account, Tx tx) {
      Optional<? extends Resource<?>> row =
          switch (this) {
            case SUBSCRIPTION, LINK -> tx.subscriptions().find(account, id);
            case DATABASE -> tx.databases().find(account, id);
            case REDIS_RULE -> tx.redisRules().find(account, id);
            case ROLE -> tx.aclRoles().find(account, id);
            case REDIS_USER -> tx.aclUsers().find(account, id);
            case CLOUD_ACCOUNT -> tx.cloudAccounts().find(account, id);
            case USER, PEERING, PSC, PSC_ENDPOINT, GATEWAY -> Optional.empty();
          };
      return row.map(Resource::spec).map(Spec::name).orElse(null);
    }
  }

  private record Deed(Thing thing, String done) {}

  private static Optional<Deed> deed(Command command) {
    return switch (command) {
      case CreateSubscription _ -> of(Thing.SUBSCRIPTION, "created");
      case UpdateSubscription _ -> of(Thing.SUBSCRIPTION, "changed");
      case DeleteSubscription _ -> of(Thing.SUBSCRIPTION, "deleted");
      case CreateDatabase _ -> of(Thing.DATABASE, "created");
      case UpdateDatabase _ -> of(Thing.DATABASE, "changed");
      case DeleteDatabase _ -> of(Thing.DATABASE, "deleted");
      case AclCommand acl -> Optional.of(deed(acl));
      case DatabaseCommand.UpgradeDatabase _ -> of(Thing.DATABASE, "upgraded");
      case DatabaseCommand.FlushDatabase _ -> of(Thing.DATABASE, "flushed");
      case DatabaseCommand.StartBackup _ -> of(Thing.DATABASE, "queued for a backup");
      case DatabaseCommand.StartImport _ -> of(Thing.DATABASE, "queued for an import");
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
          of(Thing.SUBSCRIPTION, "changed");
      case ActiveActiveCommand.UpdateCrdb _ -> of(Thing.DATABASE, "changed");
      case CloudAccountCommand.CreateCloudAccount _ -> of(Thing.CLOUD_ACCOUNT, "created");
      case CloudAccountCommand.UpdateCloudAccount _ -> of(Thing.CLOUD_ACCOUNT, "changed");
      case CloudAccountCommand.DeleteCloudAccount _ -> of(Thing.CLOUD_ACCOUNT, "deleted");
      case AccountUserCommand.UpdateAccountUser _ -> of(Thing.USER, "changed");
      case AccountUserCommand.DeleteAccountUser _ -> of(Thing.USER, "deleted");
      case PeeringCommand.CreatePeering _ -> of(Thing.PEERING, "created");
      case PeeringCommand.UpdatePeering _ -> of(Thing.PEERING, "changed");
      case PeeringCommand.DeletePeering _ -> of(Thing.PEERING, "deleted");
      case PscCommand.CreatePscService _ -> of(Thing.PSC, "created");
      case PscCommand.DeletePscService _ -> of(Thing.PSC, "deleted");
      case PscCommand.CreatePscEndpoint _ -> of(Thing.PSC_ENDPOINT, "created");
      case PscCommand.UpdatePscEndpoint _ -> of(Thing.PSC_ENDPOINT, "changed");
      case PscCommand.DeletePscEndpoint _ -> of(Thing.PSC_ENDPOINT, "deleted");
      case TransitGatewayCommand.AcceptTgwInvitation _ -> of(Thing.GATEWAY, "accepted");
      case TransitGatewayCommand.RejectTgwInvitation _ -> of(Thing.GATEWAY, "rejected");
      case TransitGatewayCommand.CreateTgwAttachment _ -> of(Thing.GATEWAY, "attached");
      case TransitGatewayCommand.UpdateTgwAttachment _ -> of(Thing.GATEWAY, "changed");
      case TransitGatewayCommand.DeleteTgwAttachment _ -> of(Thing.GATEWAY, "detached");
      case PrivateLinkCommand.CreatePrivateLink _ -> of(Thing.LINK, "created");
      case PrivateLinkCommand.DeletePrivateLink _ -> of(Thing.LINK, "deleted");
      case PrivateLinkCommand.CreateLinkPrincipal _,
          PrivateLinkCommand.DeleteLinkPrincipal _,
          PrivateLinkCommand.DisassociateLinkConnection _ ->
          of(Thing.LINK, "changed");
      case CreateCostReport _, Contradiction _ -> Optional.empty();
    };
  }

  private static Deed deed(AclCommand command) {
    return switch (command) {
      case AclCommand.CreateRedisRule _ -> new Deed(Thing.REDIS_RULE, "created");
      case AclCommand.UpdateRedisRule _ -> new Deed(Thing.REDIS_RULE, "changed");
      case AclCommand.DeleteRedisRule _ -> new Deed(Thing.REDIS_RULE, "deleted");
      case AclCommand.CreateAclRole _ -> new Deed(Thing.ROLE, "created");
      case AclCommand.UpdateAclRole _ -> new Deed(Thing.ROLE, "changed");
      case AclCommand.DeleteAclRole _ -> new Deed(Thing.ROLE, "deleted");
      case AclCommand.CreateAclUser _ -> new Deed(Thing.REDIS_USER, "created");
      case AclCommand.UpdateAclUser _ -> new Deed(Thing.REDIS_USER, "changed");
      case AclCommand.DeleteAclUser _ -> new Deed(Thing.REDIS_USER, "deleted");
    };
  }

  private static Optional<Deed> of(Thing thing, String done) {
    return Optional.of(new Deed(thing, done));
  }
}
