package dev.slipway.api.connectivity;

import dev.slipway.api.json.Spelled;
import dev.slipway.model.LinkPrincipalSpec;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a principal is, as bodies spell it.
public enum PrincipalType implements Spelled {
  AWS_ACCOUNT,
  ORGANIZATION,
  ORGANIZATION_UNIT,
  IAM_ROLE,
  IAM_USER,
  SERVICE_PRINCIPAL;

  @Override
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Null where nothing was sent.
  static LinkPrincipalSpec.@Nullable Type of(@Nullable PrincipalType sent) {
    return sent == null ? null : LinkPrincipalSpec.Type.valueOf(sent.name());
  }
}
