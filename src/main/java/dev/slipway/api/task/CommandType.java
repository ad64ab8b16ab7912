package dev.slipway.api.task;

import dev.slipway.model.Command;
import dev.slipway.model.Contradiction;
import dev.slipway.model.CreateDatabase;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.DeleteDatabase;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.UpdateDatabase;
import dev.slipway.model.UpdateSubscription;
import java.util.Optional;

/// What the API calls the commands (api-rules 1.6), and where their results are found.
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
      case Contradiction contradiction -> contradiction.commandType();
    };
  }

  /// Where the resource of a completed command is; empty when it is being taken down.
  static Optional<String> resourcePath(Command command, int resourceId) {
    return switch (command) {
      case CreateSubscription _, UpdateSubscription _ ->
          Optional.of("/subscriptions/" + resourceId);
      case CreateDatabase create -> Optional.of(database(create.subscriptionId(), resourceId));
      case UpdateDatabase update -> Optional.of(database(update.subscriptionId(), resourceId));
      case DeleteSubscription _, DeleteDatabase _, Contradiction _ -> Optional.empty();
    };
  }

  private static String database(int subscriptionId, int databaseId) {
    return "/subscriptions/" + subscriptionId + "/databases/" + databaseId;
  }
}
