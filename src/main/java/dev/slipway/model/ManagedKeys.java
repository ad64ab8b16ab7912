package dev.slipway.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The user's own keys for the storage of a subscription (api-rules 4.3): one, or one for each
/// region of an Active-Active subscription.
///
/// @param deletionGracePeriod how long the subscription outlives the loss of a key, such as
///   `4-hours`; null in a change: as it is
public record ManagedKeys(List<Key> keys, @Nullable String deletionGracePeriod) {
  /// One key.
  ///
  /// @param resourceName as the cloud names it
  /// @param region null in a single-region subscription
  public record Key(String resourceName, @Nullable String region) {}

  public ManagedKeys {
    keys = List.copyOf(keys);
  }

  /// These, with the grace period of the ones before where they leave it out.
  ManagedKeys after(@Nullable ManagedKeys before) {
    return deletionGracePeriod != null || before == null
        ? this
        : new ManagedKeys(keys, before.deletionGracePeriod);
  }

  /// With one more.
  public ManagedKeys with(Key key) {
    return new ManagedKeys(
        Stream.concat(keys.stream(), Stream.of(key)).toList(), deletionGracePeriod);
  }

  /// Those of these regions alone.
  ManagedKeys in(List<SubscriptionSpec.Region> regions) {
    return new ManagedKeys(
        keys.stream()
            .filter(
                key ->
                    key.region() == null
                        || regions.stream().anyMatch(r -> r.region().equals(key.region())))
            .toList(),
        deletionGracePeriod);
  }
}
