package dev.slipway.command;

import static dev.slipway.model.ProblemType.CLIENT_PUBLIC_ACCESS_ON_NON_HOSTED;
import static dev.slipway.model.ProblemType.CLOUD_ACCOUNT_NOT_FOUND;
import static dev.slipway.model.ProblemType.NETWORKING_SECURITY_GROUP_MISSING;
import static dev.slipway.model.ProblemType.NETWORKING_SUBNET_IDS_MISSING;
import static dev.slipway.model.ProblemType.NETWORKING_VPC_ID_MISSING;
import static dev.slipway.model.ProblemType.SECURITY_GROUP_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT;
import static dev.slipway.model.ProblemType.SINGLE_REGION_SUBSCRIPTION_MUST_DEFINE_ONLY_ONE_REGION;
import static dev.slipway.model.ProblemType.SUBNET_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT;
import static dev.slipway.model.ProblemType.SUBSCRIPTION_CA_PROVIDER_MISMATCH;
import static dev.slipway.model.ProblemType.SUBSCRIPTION_GCP_ALLOW_ONLY_INTERNAL;
import static dev.slipway.model.ProblemType.SUBSCRIPTION_INVALID_CIDR;
import static dev.slipway.model.ProblemType.SUBSCRIPTION_INVALID_REGION_NAME;
import static dev.slipway.model.ProblemType.VPC_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT;

import dev.slipway.model.Catalogue;
import dev.slipway.model.Cidr;
import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.ProblemType;
import dev.slipway.model.SubscriptionSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a subscription may be (api-rules 4.1 and 4.3). None of this can change later.
record PlacementRules(Catalogue catalogue) {
  private static final int DEPLOYMENT_BITS = 24;

  /// Refuses as the rules below say.
  void check(SubscriptionSpec subscription, Turn turn) {
    cloudAccount(subscription.cloudAccountId(), subscription.provider(), turn);
    publicAccess(subscription);
    KeyRules.creation(subscription);
    if (subscription.activeActive()) {
      RegionRules.check(subscription);
    } else {
      oneRegion(subscription.regions());
    }
    subscription.regions().forEach(asked -> region(asked, subscription));
    TagRules.check(
        subscription.resourceTags(), subscription.cloudAccountId() == CloudAccountSpec.INTERNAL);
  }

  /// Whoever brings the network decides who gets in. Refuses with
  /// CLIENT_PUBLIC_ACCESS_ON_NON_HOSTED (api-rules 4.1).
  static void publicAccess(SubscriptionSpec subscription) {
    if (!subscription.publicEndpointAccess()
        && subscription.cloudAccountId() != CloudAccountSpec.INTERNAL) {
      throw new Refused(
          CLIENT_PUBLIC_ACCESS_ON_NON_HOSTED,
          "publicEndpointAccess false is for the internal cloud account, and this is %s."
              .formatted(subscription.cloudAccountId()),
          "Leave it out.");
    }
  }

  /// Refuses as {@link ZoneRules} and the rules of the region and its networks say.
  void region(SubscriptionSpec.Region asked, SubscriptionSpec subscription) {
    ZoneRules.check(asked, region(subscription.provider(), asked.region()));
    if (subscription.cloudAccountId() == CloudAccountSpec.INTERNAL) {
      network(asked);
    } else {
      ownNetwork(asked);
    }
  }

  /// Refuses with SINGLE_REGION_SUBSCRIPTION_MUST_DEFINE_ONLY_ONE_REGION and
  /// SUBSCRIPTION_INVALID_CIDR.
  private static void oneRegion(List<SubscriptionSpec.Region> regions) {
    if (regions.size() != 1) {
      throw new Refused(
          SINGLE_REGION_SUBSCRIPTION_MUST_DEFINE_ONLY_ONE_REGION,
          "cloudProviders.regions of a single-region subscription has one entry, and this has %s."
              .formatted(regions.size()));
    }
    deploymentCidr(regions.getFirst().deploymentCidr(), SUBSCRIPTION_INVALID_CIDR);
  }

  /// Refuses with CLOUD_ACCOUNT_NOT_FOUND, SUBSCRIPTION_GCP_ALLOW_ONLY_INTERNAL and
  /// SUBSCRIPTION_CA_PROVIDER_MISMATCH.
  private void cloudAccount(int id, SubscriptionSpec.Provider provider, Turn turn) {
    if (id == CloudAccountSpec.INTERNAL) {
      return;
    }
    var owner =
        catalogue.cloudAccounts().stream()
            .filter(known -> known.id() == id)
            .map(Catalogue.CloudAccount::provider)
            .findFirst()
            .or(() -> ownAccount(id, turn))
            .orElseThrow(
                () ->
                    new Refused(
                        CLOUD_ACCOUNT_NOT_FOUND,
                        "There is no cloud account %s.".formatted(id),
                        "Leave cloudAccountId out for the internal one, 1."));
    if (provider == SubscriptionSpec.Provider.GCP) {
      throw new Refused(
          SUBSCRIPTION_GCP_ALLOW_ONLY_INTERNAL,
          "provider GCP goes only with the internal cloud account 1, not with %s.".formatted(id));
    }
    if (owner != provider) {
      throw new Refused(
          SUBSCRIPTION_CA_PROVIDER_MISMATCH,
          "Cloud account %s belongs to %s, and the subscription asks for %s."
              .formatted(id, owner, provider));
    }
  }

  /// Refuses with CLOUD_ACCOUNT_NOT_ACTIVE.
  private static Optional<SubscriptionSpec.Provider> ownAccount(int id, Turn turn) {
    var account = turn.tx().cloudAccounts().find(turn.account(), id);
    account.ifPresent(row -> StatusRules.active(row, turn));
    return account.map(row -> row.spec().provider());
  }

  /// Refuses with SUBSCRIPTION_INVALID_REGION_NAME.
  private Catalogue.Region region(SubscriptionSpec.Provider provider, String name) {
    return catalogue
        .region(provider, name)
        .orElseThrow(
            () ->
                new Refused(
                    SUBSCRIPTION_INVALID_REGION_NAME,
                    "region %s is not one of %s.".formatted(Words.quoted(name), provider),
                    "GET /regions?provider=%s lists them.".formatted(provider)));
  }

  /// Refuses with this type what is not a block of 256 addresses.
  static Cidr deploymentCidr(String text, ProblemType type) {
    return Cidr.parse(text)
        .filter(block -> block.bits() == DEPLOYMENT_BITS && block.aligned())
        .orElseThrow(
            () ->
                new Refused(
                    type,
                    "deploymentCIDR %s is not a block of 256 addresses."
                        .formatted(Words.quoted(text)),
                    "Write it like 192.168.0.0/24."));
  }

  /// Networks of the user's own are for cloud accounts of the user's own; an empty value asks for
  /// nothing. Refuses with VPC_ID_, SUBNET_ID_ and
  /// SECURITY_GROUP_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT.
  private static void network(SubscriptionSpec.Region asked) {
    if (given(asked.vpcId())) {
      throw needsOwnAccount(VPC_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT, "vpcId");
    }
    if (!asked.subnetIds().isEmpty()) {
      throw needsOwnAccount(SUBNET_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT, "subnetIds");
    }
    if (given(asked.securityGroupId())) {
      throw needsOwnAccount(
          SECURITY_GROUP_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT, "securityGroupId");
    }
  }

  /// A network of the user's own: subnets and a security group go together, and into a VPC. Refuses
  /// with NETWORKING_VPC_ID_MISSING, NETWORKING_SUBNET_IDS_MISSING and
  /// NETWORKING_SECURITY_GROUP_MISSING.
  private static void ownNetwork(SubscriptionSpec.Region asked) {
    boolean vpc = given(asked.vpcId());
    boolean subnets = !asked.subnetIds().isEmpty();
    boolean group = given(asked.securityGroupId());
    if ((subnets || group) && !vpc) {
      throw missing(NETWORKING_VPC_ID_MISSING, "vpcId");
    }
    if (group && !subnets) {
      throw missing(NETWORKING_SUBNET_IDS_MISSING, "subnetIds");
    }
    if (subnets && !group) {
      throw missing(NETWORKING_SECURITY_GROUP_MISSING, "securityGroupId");
    }
  }

  private static boolean given(@Nullable String id) {
    return id != null && !id.isEmpty();
  }

  private static Refused missing(ProblemType type, String field) {
    return new Refused(
        type,
        "subnetIds and securityGroupId go together, with a vpcId, and %s is missing."
            .formatted(field));
  }

  private static Refused needsOwnAccount(ProblemType type, String field) {
    return new Refused(
        type,
        field + " needs a cloud account of your own.",
        "Leave it out, or set cloudAccountId.");
  }
}
