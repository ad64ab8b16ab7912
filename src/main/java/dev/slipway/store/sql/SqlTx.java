package dev.slipway.store.sql;

import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Kind;
import dev.slipway.model.LinkPrincipalSpec;
import dev.slipway.model.PeeringSpec;
import dev.slipway.model.PrivateLinkSpec;
import dev.slipway.model.PscEndpointSpec;
import dev.slipway.model.PscServiceSpec;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.TgwAttachmentSpec;
import dev.slipway.model.TransitGatewaySpec;
import dev.slipway.store.Accounts;
import dev.slipway.store.Alarms;
import dev.slipway.store.Answers;
import dev.slipway.store.Census;
import dev.slipway.store.CostReports;
import dev.slipway.store.Events;
import dev.slipway.store.Ids;
import dev.slipway.store.Lanes;
import dev.slipway.store.Meter;
import dev.slipway.store.Ports;
import dev.slipway.store.Redirections;
import dev.slipway.store.Resources;
import dev.slipway.store.Schedules;
import dev.slipway.store.Tags;
import dev.slipway.store.Tasks;
import dev.slipway.store.Transfers;
import dev.slipway.store.Tx;
import dev.slipway.store.Work;

/// The tables over one connection; the transaction around them is the writer's or the reader's.
record SqlTx(
    Accounts accounts,
    Lanes lanes,
    Tasks tasks,
    Resources<SubscriptionSpec> subscriptions,
    Resources<DatabaseSpec> databases,
    Resources<RedisRuleSpec> redisRules,
    Resources<AclRoleSpec> aclRoles,
    Resources<AclUserSpec> aclUsers,
    Resources<CloudAccountSpec> cloudAccounts,
    Resources<PeeringSpec> peerings,
    Resources<PscServiceSpec> pscServices,
    Resources<PscEndpointSpec> pscEndpoints,
    Resources<TransitGatewaySpec> transitGateways,
    Resources<TgwAttachmentSpec> tgwAttachments,
    Resources<PrivateLinkSpec> privateLinks,
    Resources<LinkPrincipalSpec> linkPrincipals,
    Work work,
    Answers answers,
    Tags tags,
    Meter meter,
    CostReports costReports,
    Redirections redirections,
    Transfers transfers,
    Schedules schedules,
    Alarms alarms,
    Events events,
    Ports ports,
    Census census,
    Ids ids)
    implements Tx {
  static SqlTx over(Sql sql, Documents documents) {
    return over(sql, documents, () -> {});
  }

  /// @param accountsTouched run whenever a transaction changes accounts, users or keys
  static SqlTx over(Sql sql, Documents documents, Runnable accountsTouched) {
    SqlIds ids = new SqlIds(sql);
    SqlPorts ports = new SqlPorts(sql);
    TaskRows taskRows = new TaskRows(documents);
    ResourceRows rows = new ResourceRows(documents);
    return new SqlTx(
        new SqlAccounts(sql, documents, ids, accountsTouched),
        new SqlLanes(sql, taskRows),
        new SqlTasks(sql, taskRows),
        new SqlResources<>(sql, rows, Kind.SUBSCRIPTION, SubscriptionSpec.class),
        new SqlResources<>(sql, rows, Kind.DATABASE, DatabaseSpec.class),
        new SqlResources<>(sql, rows, Kind.REDIS_RULE, RedisRuleSpec.class),
        new SqlResources<>(sql, rows, Kind.ACL_ROLE, AclRoleSpec.class),
        new SqlResources<>(sql, rows, Kind.ACL_USER, AclUserSpec.class),
        new SqlResources<>(sql, rows, Kind.CLOUD_ACCOUNT, CloudAccountSpec.class),
        new SqlResources<>(sql, rows, Kind.VPC_PEERING, PeeringSpec.class),
        new SqlResources<>(sql, rows, Kind.PSC_SERVICE, PscServiceSpec.class),
        new SqlResources<>(sql, rows, Kind.PSC_ENDPOINT, PscEndpointSpec.class),
        new SqlResources<>(sql, rows, Kind.TRANSIT_GATEWAY, TransitGatewaySpec.class),
        new SqlResources<>(sql, rows, Kind.TGW_ATTACHMENT, TgwAttachmentSpec.class),
        new SqlResources<>(sql, rows, Kind.PRIVATE_LINK, PrivateLinkSpec.class),
        new SqlResources<>(sql, rows, Kind.LINK_PRINCIPAL, LinkPrincipalSpec.class),
        new SqlWork(sql, rows),
        new SqlAnswers(sql),
        new SqlTags(sql),
        new SqlMeter(sql, documents),
        new SqlCostReports(sql, documents),
        new SqlRedirections(sql, documents),
        new SqlTransfers(sql, documents),
        new SqlSchedules(sql),
        new SqlAlarms(sql),
        new SqlEvents(sql),
        ports,
        new SqlCensus(sql),
        ids);
  }
}
