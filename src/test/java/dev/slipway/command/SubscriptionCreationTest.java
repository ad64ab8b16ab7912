package dev.slipway.command;

import static dev.slipway.model.Specs.database;

import dev.slipway.model.CreateSubscription;
import dev.slipway.model.CreateSubscription.Planned;
import dev.slipway.model.Specs;
import dev.slipway.model.SubscriptionDraft;
import java.util.List;
import java.util.function.Consumer;

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
}
