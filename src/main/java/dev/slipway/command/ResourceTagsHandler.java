package dev.slipway.command;

import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.SubscriptionCommand.SetResourceTags;

/// Replaces the labels of a subscription, as {@link TagRules} allows them. They are for what is
/// made later, so nothing needs provisioning.
final class ResourceTagsHandler {
  private ResourceTagsHandler() {}

  static Outcome set(SetResourceTags command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    TagRules.check(
        command.tags(), subscription.spec().cloudAccountId() == CloudAccountSpec.INTERNAL);
    turn.note(subscription, subscription.spec().withResourceTags(command.tags()));
    return Outcome.Accepted.resource(subscription.id());
  }
}
