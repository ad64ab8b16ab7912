package dev.slipway.store;

import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.LinkPrincipalSpec;
import dev.slipway.model.PeeringSpec;
import dev.slipway.model.PrivateLinkSpec;
import dev.slipway.model.PscEndpointSpec;
import dev.slipway.model.PscServiceSpec;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.TgwAttachmentSpec;
import dev.slipway.model.TransitGatewaySpec;

/// One transaction's view of the tables. Not to be kept after the work has returned.
public interface Tx {
  /// Accounts, users and keys.
  Accounts accounts();

  /// The queues, one row an account.
  Lanes lanes();

  /// The requests in them.
  Tasks tasks();

  /// Subscriptions.
  Resources<SubscriptionSpec> subscriptions();

  /// Databases.
  Resources<DatabaseSpec> databases();

  /// Redis rules, without those that every account has.
  Resources<RedisRuleSpec> redisRules();

  /// Roles that grant Redis rules.
  Resources<AclRoleSpec> aclRoles();

  /// Users of these roles.
  Resources<AclUserSpec> aclUsers();

  /// Cloud accounts, without the internal one.
  Resources<CloudAccountSpec> cloudAccounts();

  /// VPC peerings.
  Resources<PeeringSpec> peerings();

  /// Private Service Connect.
  Resources<PscServiceSpec> pscServices();

  /// Its endpoints.
  Resources<PscEndpointSpec> pscEndpoints();

  /// Transit Gateways that are shared with subscriptions.
  Resources<TransitGatewaySpec> transitGateways();

  /// Attachments to them.
  Resources<TgwAttachmentSpec> tgwAttachments();

  /// PrivateLinks.
  Resources<PrivateLinkSpec> privateLinks();

  /// Who may connect through them.
  Resources<LinkPrincipalSpec> linkPrincipals();

  /// The same rows, as the reconciler sees them.
  Work work();

  /// First answers to writes that are done at once.
  Answers answers();

  /// Labels of databases.
  Tags tags();

  /// When databases ran.
  Meter meter();

  /// Cost reports.
  CostReports costReports();

  /// Redirections of endpoints.
  Redirections redirections();

  /// Backups and imports.
  Transfers transfers();

  /// When backups are due.
  Schedules schedules();

  /// Crossed thresholds of alerts.
  Alarms alarms();

  /// The system logs.
  Events events();

  /// Ports of databases.
  Ports ports();

  /// Counts of rows.
  Census census();

  /// Counters of ids.
  Ids ids();
}
