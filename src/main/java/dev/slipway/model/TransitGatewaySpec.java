package dev.slipway.model;

/// A Transit Gateway that somebody shares with a subscription, or with one region of it: first an
/// invitation, and a gateway once that is accepted.
///
/// @param awsAccountId whose it is
public record TransitGatewaySpec(Place place, Course course, String name, String awsAccountId)
    implements EmulatedSpec {
  @Override
  public TransitGatewaySpec on(Course next) {
    return new TransitGatewaySpec(place, next, name, awsAccountId);
  }
}
