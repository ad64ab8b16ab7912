package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_VPC_PEERING_INVALID_AWS_ACCOUNT;
import static dev.slipway.model.ProblemType.VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER;
import static dev.slipway.model.ProblemType.VPC_PEERING_CIDR_IS_MISSING;
import static dev.slipway.model.ProblemType.VPC_PEERING_CIDR_OVERLAP;
import static dev.slipway.model.ProblemType.VPC_PEERING_INVALID_ACCOUNT;
import static dev.slipway.model.ProblemType.VPC_PEERING_INVALID_CIDR;
import static dev.slipway.model.ProblemType.VPC_PEERING_INVALID_PROJECT;
import static dev.slipway.model.ProblemType.VPC_PEERING_INVALID_REGION;
import static dev.slipway.model.ProblemType.VPC_PEERING_INVALID_VPC;
import static dev.slipway.model.ProblemType.VPC_PEERING_IS_NOT_KNOWN_CLOUD_PROVIDER;
import static dev.slipway.model.ProblemType.VPC_PEERING_TOO_MANY_CIDR_SPECIFICATIONS;

import dev.slipway.model.Catalogue;
import dev.slipway.model.Cidr;
import dev.slipway.model.PeeringCommand.Blocks;
import dev.slipway.model.PeeringCommand.Peer;
import dev.slipway.model.PeeringSpec.Network;
import dev.slipway.model.PeeringSpec.Vpc;
import dev.slipway.model.ProblemType;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.SubscriptionSpec.Provider;
import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a network must be so that a subscription can peer with it (api-rules 3.3, 6).
record PeeringRules(Catalogue catalogue) {
  private static final int MOST_BLOCKS = 5;

  /// The cloud that the body speaks of: what it says, or else what its fields are for. Refuses with
  /// VPC_PEERING_IS_NOT_KNOWN_CLOUD_PROVIDER and VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER.
  static Provider provider(Peer peer, SubscriptionSpec subscription) {
    Provider asked = asked(peer);
    if (asked != subscription.provider()) {
      throw new Refused(
          VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER,
          "The subscription is at %s, and the request is for %s."
              .formatted(subscription.provider(), asked),
          "Name a network of the same cloud.");
    }
    return asked;
  }

  private static Provider asked(Peer peer) {
    String said = peer.provider();
    if (said == null) {
      return peer.projectUid() == null && peer.networkName() == null ? Provider.AWS : Provider.GCP;
    }
    return switch (said.toUpperCase(Locale.ROOT)) {
      case "AWS" -> Provider.AWS;
      case "GCP" -> Provider.GCP;
      default ->
          throw new Refused(
              VPC_PEERING_IS_NOT_KNOWN_CLOUD_PROVIDER,
              "provider must be AWS or GCP, not %s.".formatted(Words.quoted(said)));
    };
  }

  /// Refuses with VPC_PEERING_INVALID_REGION, the type for an account, VPC_PEERING_INVALID_VPC and
  /// those of {@link #blocks}.
  Vpc vpc(Peer peer, boolean activeActive, SubscriptionSpec subscription) {
    String region = said(peer.region());
    if (catalogue.region(Provider.AWS, region).isEmpty()) {
      throw new Refused(
          VPC_PEERING_INVALID_REGION,
          "The region of the network, %s, is none of AWS.".formatted(Words.quoted(region)),
          "GET /regions lists them.");
    }
    String account =
        matching(
            peer.awsAccountId(),
            "[0-9]{12}",
            activeActive
                ? ACTIVE_ACTIVE_VPC_PEERING_INVALID_AWS_ACCOUNT
                : VPC_PEERING_INVALID_ACCOUNT,
            "awsAccountId must have 12 digits");
    String vpc =
        matching(
            peer.vpcId(),
            "vpc-[0-9a-zA-Z]+",
            VPC_PEERING_INVALID_VPC,
            "vpcId must be an id such as vpc-0a1b2c");
    return new Vpc(region, account, vpc, blocks(peer.blocks(), subscription));
  }

  /// Refuses with VPC_PEERING_INVALID_PROJECT and VPC_PEERING_INVALID_VPC.
  static Network network(Peer peer) {
    String project = peer.projectUid();
    String name = peer.networkName();
    return new Network(
        matching(project, "\\S+", VPC_PEERING_INVALID_PROJECT, "vpcProjectUid must name a project"),
        matching(name, "\\S+", VPC_PEERING_INVALID_VPC, "vpcNetworkName must name a network"));
  }

  /// One to five blocks that overlap neither each other nor the subscription. Refuses with
  /// VPC_PEERING_TOO_MANY_CIDR_SPECIFICATIONS, VPC_PEERING_CIDR_IS_MISSING,
  /// VPC_PEERING_INVALID_CIDR and VPC_PEERING_CIDR_OVERLAP.
  static List<String> blocks(Blocks asked, SubscriptionSpec subscription) {
    List<String> blocks = listed(asked);
    List<Cidr> taken = new ArrayList<>();
    subscription.regions().forEach(region -> taken.add(block(region.deploymentCidr())));
    for (String text : blocks) {
      Cidr block = block(text);
      if (taken.stream().anyMatch(other -> other.contains(block) || block.contains(other))) {
        throw new Refused(
            VPC_PEERING_CIDR_OVERLAP,
            "%s overlaps another block, or the deployment CIDR of the subscription."
                .formatted(Words.quoted(text)));
      }
      taken.add(block);
    }
    return blocks;
  }

  private static List<String> listed(Blocks asked) {
    List<String> several = asked.vpcCidrs() == null ? List.of() : asked.vpcCidrs();
    String one = asked.vpcCidr();
    if ((one != null && !several.isEmpty()) || several.size() > MOST_BLOCKS) {
      throw new Refused(
          VPC_PEERING_TOO_MANY_CIDR_SPECIFICATIONS,
          "Send vpcCidr, or vpcCidrs with up to %s blocks.".formatted(MOST_BLOCKS));
    }
    if (one == null && several.isEmpty()) {
      throw new Refused(
          VPC_PEERING_CIDR_IS_MISSING, "The network has no block.", "Send vpcCidr or vpcCidrs.");
    }
    return one == null ? several : List.of(one);
  }

  private static Cidr block(String text) {
    return Cidr.parse(text)
        .filter(block -> block.aligned() && block.address() instanceof Inet4Address)
        .orElseThrow(
            () ->
                new Refused(
                    VPC_PEERING_INVALID_CIDR,
                    "%s is no block such as 10.10.0.0/16.".formatted(Words.quoted(text))));
  }

  private static String matching(
      @Nullable String value, String pattern, ProblemType type, String rule) {
    String text = said(value);
    if (!text.matches(pattern)) {
      throw new Refused(type, "%s, not %s.".formatted(rule, Words.quoted(text)));
    }
    return text;
  }

  private static String said(@Nullable String value) {
    return value == null ? "" : value;
  }
}
