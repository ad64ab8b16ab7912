package dev.slipway.command;

import dev.slipway.model.AccountId;
import dev.slipway.model.AccountUserCommand;
import dev.slipway.model.AclCommand;
import dev.slipway.model.ActiveActiveCommand;
import dev.slipway.model.Catalogue;
import dev.slipway.model.CloudAccountCommand;
import dev.slipway.model.Command;
import dev.slipway.model.Contradiction;
import dev.slipway.model.CreateCostReport;
import dev.slipway.model.CreateDatabase;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.DatabaseCommand;
import dev.slipway.model.DeleteDatabase;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.Limits;
import dev.slipway.model.PeeringCommand;
import dev.slipway.model.PrivateLinkCommand;
import dev.slipway.model.PscCommand;
import dev.slipway.model.SubscriptionCommand;
import dev.slipway.model.TransitGatewayCommand;
import dev.slipway.model.UpdateDatabase;
import dev.slipway.model.UpdateSubscription;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// One handler a command. Safe for use by many threads, each in its own transaction.
public final class Handlers implements Commands {
  private final CreateSubscriptionHandler createSubscription;
  private final UpdateSubscriptionHandler updateSubscription;
  private final DeleteSubscriptionHandler deleteSubscription;
  private final CreateDatabaseHandler createDatabase;
  private final UpdateDatabaseHandler updateDatabase;
  private final DeleteDatabaseHandler deleteDatabase;
  private final UpgradeDatabaseHandler upgrade;
  private final ImportHandler imports;
  private final CostReportHandler costReport;
  private final KeyHandler keys;
  private final RegionHandler regions;
  private final CrdbHandler crdbs;
  private final ConnectivityHandlers connectivity;

  /// With what may be asked for, how much of it, and what it can run on.
  ///
  /// @param random makes passwords and the names of reports; in production a secure one
  public Handlers(
      Catalogue catalogue, Limits limits, Installation installation, RandomGenerator random) {
    var rules = new DatabaseRules(catalogue, installation);
    var payment = new PaymentRules(catalogue);
    var placement = new PlacementRules(catalogue);
    var plan = new CreationPlan(limits, random);
    var capacity = new Capacity(limits.capacityStepGb());
    var budget = new MemoryBudget(installation.memoryBudgetGb());
    var ports = new DatabasePorts(installation.firstPort(), installation.lastPort());
    var cycle = new ReplicaCycle(installation.host());
    var changing = new ChangingLimit(limits.changingSubscriptions());
    var status = new StatusRules(limits.provisioning());
    this.createSubscription =
        new CreateSubscriptionHandler(
            catalogue,
            payment,
            placement,
            plan,
            rules,
            new CrdbRules(catalogue),
            capacity,
            budget,
            ports,
            changing);
    this.updateSubscription = new UpdateSubscriptionHandler(payment);
    this.deleteSubscription = new DeleteSubscriptionHandler(status, changing);
    this.createDatabase =
        new CreateDatabaseHandler(
            catalogue, limits, rules, capacity, budget, ports, cycle, changing);
    this.updateDatabase =
        new UpdateDatabaseHandler(catalogue, rules, capacity, budget, cycle, changing);
    this.deleteDatabase = new DeleteDatabaseHandler(status);
    this.regions = new RegionHandler(catalogue, placement, rules.engine(), changing);
    this.crdbs = new CrdbHandler(updateDatabase);
    this.upgrade = new UpgradeDatabaseHandler(catalogue, new EngineRules(catalogue, installation));
    this.imports = new ImportHandler(installation.host());
    this.costReport = new CostReportHandler(random);
    this.connectivity =
        new ConnectivityHandlers(catalogue, limits.counterpart(), installation.host());
    this.keys = new KeyHandler(changing);
  }

  @Override
  public Outcome run(Command command, AccountId account, Tx tx, Instant now) {
    var turn = new Turn(account, tx, now);
    try {
      return switch (command) {
        case CreateSubscription create -> createSubscription.run(create, turn);
        case UpdateSubscription update -> updateSubscription.run(update, turn);
        case DeleteSubscription delete -> deleteSubscription.run(delete, turn);
        case CreateDatabase create -> createDatabase.run(create, turn);
        case UpdateDatabase update -> updateDatabase.run(update, turn);
        case DeleteDatabase delete -> deleteDatabase.run(delete, turn);
        case AclCommand acl -> run(acl, turn);
        case ActiveActiveCommand activeActive -> run(activeActive, turn);
        case DatabaseCommand database -> run(database, turn);
        case SubscriptionCommand subscription -> run(subscription, turn);
        case CloudAccountCommand cloudAccount -> run(cloudAccount, turn);
        case AccountUserCommand.UpdateAccountUser update -> AccountUserHandler.update(update, turn);
        case AccountUserCommand.DeleteAccountUser delete -> AccountUserHandler.delete(delete, turn);
        case CreateCostReport create -> costReport.create(create, turn);
        case PeeringCommand peering -> connectivity.run(peering, turn);
        case PscCommand psc -> connectivity.run(psc, turn);
        case TransitGatewayCommand gateway -> connectivity.run(gateway, turn);
        case PrivateLinkCommand link -> connectivity.run(link, turn);
        case Contradiction contradiction -> ContradictionHandler.run(contradiction);
      };
    } catch (Refused refusal) {
      return new Outcome.Rejected(refusal.problem());
    }
  }

  private static Outcome run(AclCommand command, Turn turn) {
    return switch (command) {
      case AclCommand.CreateRedisRule create -> RedisRuleHandler.create(create, turn);
      case AclCommand.UpdateRedisRule update -> RedisRuleHandler.update(update, turn);
      case AclCommand.DeleteRedisRule delete -> RedisRuleHandler.delete(delete, turn);
      case AclCommand.CreateAclRole create -> AclRoleHandler.create(create, turn);
      case AclCommand.UpdateAclRole update -> AclRoleHandler.update(update, turn);
      case AclCommand.DeleteAclRole delete -> AclRoleHandler.delete(delete, turn);
      case AclCommand.CreateAclUser create -> AclUserHandler.create(create, turn);
      case AclCommand.UpdateAclUser update -> AclUserHandler.update(update, turn);
      case AclCommand.DeleteAclUser delete -> AclUserHandler.delete(delete, turn);
    };
  }

  private Outcome run(ActiveActiveCommand command, Turn turn) {
    return switch (command) {
      case ActiveActiveCommand.AddRegion add -> regions.add(add, turn);
      case ActiveActiveCommand.DeleteRegion delete -> regions.delete(delete, turn);
      case ActiveActiveCommand.UpdateCrdb update -> crdbs.update(update, turn);
    };
  }

  private Outcome run(DatabaseCommand command, Turn turn) {
    return switch (command) {
      case DatabaseCommand.UpgradeDatabase upgrade -> this.upgrade.upgrade(upgrade, turn);
      case DatabaseCommand.FlushDatabase flush -> FlushDatabaseHandler.run(flush, turn);
      case DatabaseCommand.StartBackup back -> BackupHandler.back(back, turn);
      case DatabaseCommand.StartImport fill -> imports.fill(fill, turn);
      case DatabaseCommand.ReadBackup read -> BackupHandler.read(read, turn);
      case DatabaseCommand.ReadImport read -> ImportHandler.read(read, turn);
    };
  }

  private Outcome run(SubscriptionCommand command, Turn turn) {
    return switch (command) {
      case SubscriptionCommand.SetMaintenance set -> MaintenanceHandler.set(set, turn);
      case SubscriptionCommand.SetResourceTags set -> ResourceTagsHandler.set(set, turn);
      case SubscriptionCommand.SetKeys set -> keys.set(set, turn);
      case SubscriptionCommand.ReadAllowList read -> AllowListHandler.read(read, turn);
      case SubscriptionCommand.SetAllowList set -> AllowListHandler.set(set, turn);
    };
  }

  private static Outcome run(CloudAccountCommand command, Turn turn) {
    return switch (command) {
      case CloudAccountCommand.CreateCloudAccount create ->
          CloudAccountHandler.create(create, turn);
      case CloudAccountCommand.UpdateCloudAccount update ->
          CloudAccountHandler.update(update, turn);
      case CloudAccountCommand.DeleteCloudAccount delete ->
          CloudAccountHandler.delete(delete, turn);
    };
  }
}
