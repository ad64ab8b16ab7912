package dev.slipway.admin;

import java.util.List;

/// Something that is only played.
///
/// @param kind how paths call it
/// @param id the number that it has here; the API does not show that of every kind
/// @param status as the API spells it
record EmulatedView(String kind, int id, int subscriptionId, String name, String status) {
  record All(List<EmulatedView> emulated) {}
}
