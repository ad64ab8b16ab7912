package dev.slipway.model;

import org.jspecify.annotations.Nullable;

/// Who may connect through a PrivateLink.
///
/// @param name an AWS account or an ARN
/// @param connected whether its connection stands, once it is associated
public record LinkPrincipalSpec(
    Place place,
    Course course,
    int linkId,
    String name,
    Type type,
    @Nullable String alias,
    boolean connected)
    implements EmulatedSpec {
  /// What it is.
  public enum Type {
    AWS_ACCOUNT,
    ORGANIZATION,
    ORGANIZATION_UNIT,
    IAM_ROLE,
    IAM_USER,
    SERVICE_PRINCIPAL
  }

  @Override
  public LinkPrincipalSpec on(Course next) {
    return new LinkPrincipalSpec(place, next, linkId, name, type, alias, connected);
  }

  /// The same without its connection.
  public LinkPrincipalSpec disconnected() {
    return new LinkPrincipalSpec(place, course, linkId, name, type, alias, false);
  }
}
