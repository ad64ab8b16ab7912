package dev.slipway.command;

import static dev.slipway.model.Specs.database;

import dev.slipway.model.CreateSubscription;
import dev.slipway.model.CreateSubscription.Planned;
import dev.slipway.model.Specs;
import dev.slipway.model.SubscriptionDraft;
import dev.slipway.model.SubscriptionSpec.ResourceTag;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A test of new subscriptions.
abstract class SubscriptionCreationTest extends DeskTest {
  static final Planned ONE = new Planned(database("cache"), 1);

  int create(Consumer<SubscriptionDraft> but, Planned... plan) {
    return desk.accept(command(but, false, plan));
  }

  static CreateSubscription command(
      Consumer<SubscriptionDraft> but, boolean dryRun, Planned... plan) {
    return new CreateSubscription(Specs.subscription(but), List.of(plan), dryRun);
  }

  /// Gives it labels in a cloud account of the user's own.
  static void tagged(SubscriptionDraft subscription, String... keys) {
    subscription.cloudAccountId = 2;
    subscription.resourceTags = tags(keys);
  }

  static List<ResourceTag> tags(String... keys) {
    return Stream.of(keys).map(key -> new ResourceTag(key, "value")).toList();
  }
}
