package dev.slipway.model;

import dev.slipway.model.SubscriptionSpec.AllowList;
import dev.slipway.model.SubscriptionSpec.Maintenance;
import dev.slipway.model.SubscriptionSpec.ResourceTag;
import java.util.List;

/// What can be asked of a subscription besides making, changing and deleting it.
public sealed interface SubscriptionCommand extends Command {
  /// The subscription.
  int subscriptionId();

  /// Say when it may be worked on.
  record SetMaintenance(int subscriptionId, Maintenance maintenance)
      implements SubscriptionCommand {}

  /// Replace all its labels.
  record SetResourceTags(int subscriptionId, List<ResourceTag> tags)
      implements SubscriptionCommand {}

  /// Tell from where it may be reached.
  record ReadAllowList(int subscriptionId) implements SubscriptionCommand {}

  /// Replace from where it may be reached.
  record SetAllowList(int subscriptionId, AllowList allowList) implements SubscriptionCommand {}

  /// Say with which keys of the user's own its storage is encrypted.
  record SetKeys(int subscriptionId, ManagedKeys keys) implements SubscriptionCommand {}
}
