package dev.slipway.proof.simulation;

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
import dev.slipway.model.PrivateLinkCommand;
import dev.slipway.model.PscCommand;
import dev.slipway.model.Resource;
import dev.slipway.model.SubscriptionCommand;
import dev.slipway.model.TransitGatewayCommand;
import dev.slipway.model.UpdateDatabase;
import dev.slipway.model.UpdateSubscription;
import dev.slipway.proof.simulation.Changes.OfResource;

/// Commands in a few words, for the trace.
final class Words {
  private Words() {}

  static String of(Command command) {
    return switch (command) {
      case CreateSubscription c -> "create subscription " + c.spec().name() + dry(c.dryRun());
      case UpdateSubscription c -> "update subscription " + c.subscriptionId();
      case DeleteSubscription c -> "delete subscription " + c.subscriptionId();
      case CreateDatabase c ->
          "create database " + c.spec().name() + " in " + c.subscriptionId() + dry(c.dryRun());
      case UpdateDatabase c ->
          "update database " + c.databaseId() + " in " + c.subscriptionId() + dry(c.dryRun());
      case AclCommand _,
          SubscriptionCommand _,
          DatabaseCommand _,
          CloudAccountCommand _,
          PeeringCommand _,
          PscCommand _,
          TransitGatewayCommand _,
          PrivateLinkCommand _,
          AccountUserCommand _,
          CreateCostReport _,
          ActiveActiveCommand _ ->
          command.getClass().getSimpleName();
      case Contradiction c -> c.commandType() + " that contradicts itself";
      case DeleteDatabase c -> "delete database " + c.databaseId() + " in " + c.subscriptionId();
    };
  }

  static String of(OfResource change) {
    Resource<?> before = change.before();
    Resource<?> now = change.now();
    return "    %s is %s"
        .formatted(
            now != null ? now.ref() : before != null ? before.ref() : "",
            now == null ? "gone" : now.status());
  }

  private static String dry(boolean dryRun) {
    return dryRun ? " (dry run)" : "";
  }
}
