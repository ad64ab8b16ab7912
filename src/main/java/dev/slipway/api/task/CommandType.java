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
import dev.slipway.model.Place;
import dev.slipway.model.PrivateLinkCommand;
import dev.slipway.model.PscCommand;
import dev.slipway.model.SubscriptionCommand;
import dev.slipway.model.TransitGatewayCommand;
import dev.slipway.model.UpdateDatabase;
import dev.slipway.model.UpdateSubscription;
import java.util.Locale;

/// What the API calls the commands (api-rules 1.6).
final class CommandType {
  private CommandType() {}

  /// The API's name.
  static String of(Command command) {
    return switch (command) {
      case CreateSubscription _ -> "subscriptionCreateRequest";
      case UpdateSubscription _ -> "subscriptionUpdateRequest";
      case DeleteSubscription _ -> "subscriptionDeleteRequest";
      case CreateDatabase _ -> "databaseCreateRequest";
      case UpdateDatabase _ -> "databaseUpdateRequest";
      case DeleteDatabase _ -> "databaseDeleteRequest";
      case AclCommand acl -> of(acl);
      case DatabaseCommand.UpgradeDatabase _ -> "databaseUpgradeRequest";
      case DatabaseCommand.FlushDatabase _ -> "crdbFlushRequest";
      case DatabaseCommand.StartBackup _ -> "databaseBackupRequest";
      case DatabaseCommand.StartImport _ -> "databaseImportRequest";
      case DatabaseCommand.ReadBackup _ -> "databaseBackupStatusRequest";
      case DatabaseCommand.ReadImport _ -> "databaseImportStatusRequest";
      case SubscriptionCommand subscription -> of(subscription);
      case CloudAccountCommand cloudAccount -> of(cloudAccount);
      case AccountUserCommand.UpdateAccountUser _ -> "accountUserUpdateRequest";
      case AccountUserCommand.DeleteAccountUser _ -> "accountUserDeleteRequest";
      case CreateCostReport _ -> "costReportCreateRequest";
      case ActiveActiveCommand activeActive -> of(activeActive);
      case PeeringCommand.ReadPeering _ -> "vpcPeeringGetRequest";
      case PeeringCommand.CreatePeering _ -> "peeringCreateRequest";
      case PeeringCommand.UpdatePeering _ -> "peeringUpdateRequest";
      case PeeringCommand.DeletePeering _ -> "peeringDeleteRequest";
      case TransitGatewayCommand gateway -> of(gateway);
      case PrivateLinkCommand link -> placed(link.place(), "privateLink", of(link));
      case PscCommand psc -> placed(psc.place(), "psc", of(psc));
      case Contradiction contradiction -> contradiction.commandType();
    };
  }

  private static String of(AclCommand command) {
    return switch (command) {
      case AclCommand.CreateRedisRule _ -> "aclRedisRuleCreateRequest";
      case AclCommand.UpdateRedisRule _ -> "aclRedisRuleUpdateRequest";
      case AclCommand.DeleteRedisRule _ -> "aclRedisRuleDeleteRequest";
      case AclCommand.CreateAclRole _ -> "aclRoleCreateRequest";
      case AclCommand.UpdateAclRole _ -> "aclRoleUpdateRequest";
      case AclCommand.DeleteAclRole _ -> "aclRoleDeleteRequest";
      case AclCommand.CreateAclUser _ -> "aclUserCreateRequest";
      case AclCommand.UpdateAclUser _ -> "aclUserUpdateRequest";
      case AclCommand.DeleteAclUser _ -> "aclUserDeleteRequest";
    };
  }

  private static String of(SubscriptionCommand command) {
    return switch (command) {
      case SubscriptionCommand.SetMaintenance _ -> "subscriptionMaintenanceWindowsUpdateRequest";
      case SubscriptionCommand.SetKeys _, SubscriptionCommand.SetResourceTags _ ->
          "subscriptionUpdateRequest";
      case SubscriptionCommand.ReadAllowList _ -> "cidrGetRequest";
      case SubscriptionCommand.SetAllowList _ -> "cidrUpdateRequest";
    };
  }

  private static String of(ActiveActiveCommand command) {
    return switch (command) {
      case ActiveActiveCommand.AddRegion _ -> "activeActiveRegionCreateRequest";
      case ActiveActiveCommand.DeleteRegion _ -> "activeActiveRegionDeleteRequest";
      case ActiveActiveCommand.UpdateCrdb _ -> "databaseUpdateRequest";
    };
  }

  private static String of(CloudAccountCommand command) {
    return switch (command) {
      case CloudAccountCommand.CreateCloudAccount _ -> "cloudAccountCreateRequest";
      case CloudAccountCommand.UpdateCloudAccount _ -> "cloudAccountUpdateRequest";
      case CloudAccountCommand.DeleteCloudAccount _ -> "cloudAccountDeleteRequest";
    };
  }

  private static String of(TransitGatewayCommand command) {
    return switch (command) {
      case TransitGatewayCommand.ReadTransitGateway _ -> "tgwGetRequest";
      case TransitGatewayCommand.ReadTgwInvitation _ -> "tgwInvitationsGetRequest";
      case TransitGatewayCommand.AcceptTgwInvitation _ -> "tgwAcceptInvitationRequest";
      case TransitGatewayCommand.RejectTgwInvitation _ -> "tgwRejectInvitationRequest";
      case TransitGatewayCommand.CreateTgwAttachment _ -> "tgwAttachmentCreateRequest";
      case TransitGatewayCommand.UpdateTgwAttachment _ -> "tgwUpdateCidrsRequest";
      case TransitGatewayCommand.DeleteTgwAttachment _ -> "tgwAttachmentDeleteRequest";
    };
  }

  private static String of(PrivateLinkCommand command) {
    return switch (command) {
      case PrivateLinkCommand.ReadPrivateLink _ -> "GetRequest";
      case PrivateLinkCommand.CreatePrivateLink _ -> "CreateRequest";
      case PrivateLinkCommand.DeletePrivateLink _ -> "DeleteRequest";
      case PrivateLinkCommand.CreateLinkPrincipal _ -> "PrincipalsCreateRequest";
      case PrivateLinkCommand.DeleteLinkPrincipal _ -> "PrincipalsDeleteRequest";
      case PrivateLinkCommand.DisassociateLinkConnection _ -> "ConnectionsDisassociateRequest";
      case PrivateLinkCommand.ReadLinkScript _ -> "EndpointScriptGetRequest";
    };
  }

  private static String of(PscCommand command) {
    return switch (command) {
      case PscCommand.ReadPscService _ -> "ServiceGetRequest";
      case PscCommand.CreatePscService _ -> "ServiceCreateRequest";
      case PscCommand.DeletePscService _ -> "ServiceDeleteRequest";
      case PscCommand.ReadPscEndpoint _ -> "ServiceEndpointsGetRequest";
      case PscCommand.CreatePscEndpoint _ -> "EndpointCreateRequest";
      case PscCommand.UpdatePscEndpoint _ -> "EndpointUpdateRequest";
      case PscCommand.DeletePscEndpoint _ -> "EndpointDeleteRequest";
      case PscCommand.ReadPscScript _ -> "ServiceEndpointScriptGetRequest";
    };
  }

  /// Some are called after the type of the subscription.
  private static String placed(Place place, String noun, String rest) {
    String capital = noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
    return (place.activeActive() ? "activeActive" + capital : noun) + rest;
  }
}
