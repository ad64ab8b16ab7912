package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be asked of Active-Active subscriptions and their databases alone.
public sealed interface ActiveActiveCommand extends Command {
  /// The subscription.
  int subscriptionId();

  /// Be in one region more.
  ///
  /// @param databases what each database of the subscription bears there
  /// @param respVersion of all databases there; null for their own
  /// @param keyResourceName the user's own key for that region; null where the cloud holds the keys
  /// @param dryRun check everything and price it, change nothing
  record AddRegion(
      int subscriptionId,
      SubscriptionSpec.Region region,
      List<Share> databases,
      @Nullable String respVersion,
      @Nullable String keyResourceName,
      boolean dryRun)
      implements ActiveActiveCommand {
    /// What a database bears in the new region, in operations a second.
    ///
    /// @param name of the database
    /// @param local null when the request does not say
    public record Share(String name, Crdb.@Nullable Local local) {}
  }

  /// Be in these regions no longer, all at once.
  ///
  /// @param dryRun check everything and price it, change nothing
  record DeleteRegion(int subscriptionId, List<String> regions, boolean dryRun)
      implements ActiveActiveCommand {}

  /// Change a database as a whole and in some of its regions.
  ///
  /// @param change of the global settings
  /// @param regions changes of the local ones; regions that are not named stay as they are
  /// @param dryRun check everything and price it, change nothing
  record UpdateCrdb(
      int subscriptionId,
      int databaseId,
      DatabaseChange change,
      List<LocalChange> regions,
      boolean dryRun)
      implements ActiveActiveCommand {}
}
