package dev.slipway.model;

/// The PrivateLink of a subscription, or of one region of it.
///
/// @param name of the resource share
public record PrivateLinkSpec(Place place, Course course, String name) implements EmulatedSpec {
  @Override
  public PrivateLinkSpec on(Course next) {
    return new PrivateLinkSpec(place, next, name);
  }
}
