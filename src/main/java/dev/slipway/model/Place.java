package dev.slipway.model;

import org.jspecify.annotations.Nullable;

/// Which end of a subscription something is connected to, and through which of the two sibling
/// paths it was named: a single-region subscription has one end, an Active-Active one an end in
/// each region (api-rules 4.11).
///
/// @param activeActive whether the path was that of Active-Active subscriptions
/// @param regionId the catalogue's number (api-rules 4.2); null for a single-region subscription,
///   and where the path speaks of all regions
public record Place(int subscriptionId, boolean activeActive, @Nullable Integer regionId) {
  /// The one end of a single-region subscription.
  public static Place of(int subscriptionId) {
    return new Place(subscriptionId, false, null);
  }

  /// All ends of an Active-Active subscription.
  public static Place everywhere(int subscriptionId) {
    return new Place(subscriptionId, true, null);
  }

  /// One end of an Active-Active subscription.
  public static Place in(int subscriptionId, int regionId) {
    return new Place(subscriptionId, true, regionId);
  }
}
