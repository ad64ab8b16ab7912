package dev.slipway.model;

/// What would need a public cloud and is played here: it has its whole life, and nothing flows
/// through it. Its row belongs to a subscription and goes with it.
public sealed interface EmulatedSpec extends Spec
    permits PeeringSpec,
        PscServiceSpec,
        PscEndpointSpec,
        TransitGatewaySpec,
        TgwAttachmentSpec,
        PrivateLinkSpec,
        LinkPrincipalSpec {
  /// Where it is connected to.
  Place place();

  /// What is being played.
  Course course();

  /// The same on another course.
  EmulatedSpec on(Course next);
}
