package dev.slipway.command;

import static dev.slipway.model.ProblemType.MAINTENANCE_WINDOW_AUTOMATIC_MODE_WITH_MAINTENANCE_WINDOWS;
import static dev.slipway.model.ProblemType.MAINTENANCE_WINDOW_DUPLICATE_DAYS;
import static dev.slipway.model.ProblemType.MAINTENANCE_WINDOW_GREATER_THAN_MAXIMUM_ALLOWABLE_MAINTENANCE_WINDOWS_PROVIDED;
import static dev.slipway.model.ProblemType.MAINTENANCE_WINDOW_INVALID_DURATION_FOR_ROF_SUBSCRIPTION;
import static dev.slipway.model.ProblemType.MAINTENANCE_WINDOW_INVALID_DURATION_IN_HOURS;
import static dev.slipway.model.ProblemType.MAINTENANCE_WINDOW_INVALID_START_HOUR;
import static dev.slipway.model.ProblemType.MAINTENANCE_WINDOW_MANUAL_MODE_WITH_NO_MAINTENANCE_WINDOWS;

import dev.slipway.model.SubscriptionCommand.SetMaintenance;
import dev.slipway.model.SubscriptionSpec.Maintenance;
import dev.slipway.model.SubscriptionSpec.MemoryStorage;
import dev.slipway.model.SubscriptionSpec.Window;
import java.util.HashSet;

/// Keeps when a subscription may be worked on (api-rules 3.3 and 4.1). Nothing needs provisioning,
/// so it stays in its status.
final class MaintenanceHandler {
  private static final int MOST_WINDOWS = 7;
  private static final int SHORTEST = 4;
  private static final int SHORTEST_ON_FLASH = 8;
  private static final int LONGEST = 24;

  private MaintenanceHandler() {}

  static Outcome set(SetMaintenance command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var wanted = command.maintenance();
    checkMode(wanted);
    for (Window window : wanted.windows()) {
      check(window, subscription.spec().memoryStorage());
    }
    turn.note(subscription, subscription.spec().withMaintenance(wanted));
    return Outcome.Accepted.resource(subscription.id());
  }

  /// Clients look for these two sentences (client-contract 1.5).
  private static void checkMode(Maintenance wanted) {
    if (wanted.manual() && wanted.windows().isEmpty()) {
      throw new Refused(
          MAINTENANCE_WINDOW_MANUAL_MODE_WITH_NO_MAINTENANCE_WINDOWS,
          "Must provide at least one maintenance window with manual maintenance mode.");
    }
    if (!wanted.manual() && !wanted.windows().isEmpty()) {
      throw new Refused(
          MAINTENANCE_WINDOW_AUTOMATIC_MODE_WITH_MAINTENANCE_WINDOWS,
          "Automatic mode cannot be set with a manual maintenance window.");
    }
    if (wanted.windows().size() > MOST_WINDOWS) {
      throw new Refused(
          MAINTENANCE_WINDOW_GREATER_THAN_MAXIMUM_ALLOWABLE_MAINTENANCE_WINDOWS_PROVIDED,
          "There may be 7 windows, and these are %s.".formatted(wanted.windows().size()));
    }
  }

  private static void check(Window window, MemoryStorage storage) {
    if (new HashSet<>(window.days()).size() < window.days().size()) {
      throw new Refused(MAINTENANCE_WINDOW_DUPLICATE_DAYS, "A window names each of its days once.");
    }
    if (window.startHour() < 0 || window.startHour() > 23) {
      throw new Refused(
          MAINTENANCE_WINDOW_INVALID_START_HOUR,
          "startHour must lie between 0 and 23, and is %s.".formatted(window.startHour()));
    }
    if (window.durationInHours() < SHORTEST || window.durationInHours() > LONGEST) {
      throw new Refused(
          MAINTENANCE_WINDOW_INVALID_DURATION_IN_HOURS,
          "durationInHours must lie between 4 and 24, and is %s."
              .formatted(window.durationInHours()));
    }
    if (storage == MemoryStorage.RAM_AND_FLASH && window.durationInHours() < SHORTEST_ON_FLASH) {
      throw new Refused(
          MAINTENANCE_WINDOW_INVALID_DURATION_FOR_ROF_SUBSCRIPTION,
          "durationInHours must lie between 8 and 24 where memory is on flash, and is %s."
              .formatted(window.durationInHours()));
    }
  }
}
