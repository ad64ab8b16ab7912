package dev.slipway.model;

import java.util.List;

/// How a subscription hangs on a Transit Gateway.
///
/// @param cidrs the blocks that are reached through it
public record TgwAttachmentSpec(Place place, Course course, int gatewayId, List<String> cidrs)
    implements EmulatedSpec {
  @Override
  public String name() {
    return "attachment of transit gateway " + gatewayId;
  }

  @Override
  public TgwAttachmentSpec on(Course next) {
    return new TgwAttachmentSpec(place, next, gatewayId, cidrs);
  }

  /// The same for other blocks.
  public TgwAttachmentSpec to(List<String> others) {
    return new TgwAttachmentSpec(place, course, gatewayId, others);
  }
}
