package dev.slipway.command;

import static dev.slipway.model.ProblemType.CIDR_WHITELIST_DUPLICATE_CIDRS;
import static dev.slipway.model.ProblemType.CIDR_WHITELIST_DUPLICATE_SG;
import static dev.slipway.model.ProblemType.CIDR_WHITELIST_INVALID_CIDRS;
import static dev.slipway.model.ProblemType.CIDR_WHITELIST_INVALID_SG;
import static dev.slipway.model.ProblemType.CIDR_WHITELIST_NOT_ALLOWED;
import static dev.slipway.model.ProblemType.GETTING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION;
import static dev.slipway.model.ProblemType.UPDATING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION;

import dev.slipway.model.Cidr;
import dev.slipway.model.CidrList;
import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.SubscriptionCommand.ReadAllowList;
import dev.slipway.model.SubscriptionCommand.SetAllowList;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.SubscriptionSpec.AllowList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/// Tells and replaces from where a subscription in the user's own cloud account may be reached
/// (api-rules 4.1).
final class AllowListHandler {
  private AllowListHandler() {}

  static Outcome read(ReadAllowList command, Turn turn) {
    var subscription =
        subscription(
            command.subscriptionId(),
            GETTING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION,
            turn);
    return told(
        subscription, Objects.requireNonNullElse(subscription.spec().allowList(), AllowList.NONE));
  }

  static Outcome set(SetAllowList command, Turn turn) {
    var subscription =
        subscription(
            command.subscriptionId(),
            UPDATING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION,
            turn);
    var wanted = command.allowList();
    once(wanted.cidrIps(), CIDR_WHITELIST_DUPLICATE_CIDRS, "cidrIps");
    once(wanted.securityGroupIds(), CIDR_WHITELIST_DUPLICATE_SG, "securityGroupIds");
    for (String cidr : wanted.cidrIps()) {
      if (Cidr.parse(cidr).isEmpty()) {
        throw new Refused(
            CIDR_WHITELIST_INVALID_CIDRS,
            "In cidrIps, %s is no block such as 10.0.0.0/24.".formatted(Words.quoted(cidr)));
      }
    }
    for (String group : wanted.securityGroupIds()) {
      if (!group.matches("sg-[0-9a-zA-Z]+")) {
        throw new Refused(
            CIDR_WHITELIST_INVALID_SG,
            "In securityGroupIds, %s is no id such as sg-0a1b2c.".formatted(Words.quoted(group)));
      }
    }
    turn.note(subscription, subscription.spec().withAllowList(wanted));
    return told(subscription, wanted);
  }

  private static Outcome told(Resource<SubscriptionSpec> subscription, AllowList list) {
    return new Outcome.Accepted(
        subscription.id(), new CidrList(list.cidrIps(), list.securityGroupIds()));
  }

  private static void once(List<String> list, ProblemType type, String field) {
    if (new HashSet<>(list).size() < list.size()) {
      throw new Refused(type, field + " names an entry twice.");
    }
  }

  private static Resource<SubscriptionSpec> subscription(
      int id, ProblemType activeActive, Turn turn) {
    var subscription = turn.subscription(id);
    if (subscription.spec().activeActive()) {
      throw new Refused(
          activeActive,
          "Subscription %s is Active-Active, and allow lists are for single regions.".formatted(id),
          "Set globalSourceIp of its databases instead.");
    }
    if (subscription.spec().cloudAccountId() == CloudAccountSpec.INTERNAL) {
      throw new Refused(
          CIDR_WHITELIST_NOT_ALLOWED,
          "Subscription %s is in the internal cloud account, which has no allow list."
              .formatted(id),
          "Set sourceIp of its databases instead.");
    }
    return subscription;
  }
}
