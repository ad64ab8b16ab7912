package dev.slipway.api.connectivity;

import dev.slipway.api.http.Call;
import dev.slipway.model.Place;

/// The ends of subscriptions that paths name.
final class Places {
  static final String SUBSCRIPTION = "/subscriptions/{subscriptionId}";
  static final String ALL_REGIONS = SUBSCRIPTION + "/regions";
  static final String REGION = ALL_REGIONS + "/{regionId}";

  private Places() {}

  /// Of a path without regions.
  static Place single(Call call) {
    return Place.of(call.number("subscriptionId"));
  }

  /// Of a path below `/regions`, which names none.
  static Place everywhere(Call call) {
    return Place.everywhere(call.number("subscriptionId"));
  }

  /// Of a path below one region.
  static Place region(Call call) {
    return Place.in(call.number("subscriptionId"), call.number("regionId"));
  }
}
