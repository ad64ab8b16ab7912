package dev.slipway.model;

import java.util.Optional;

/// What a client trusts, so that it can tell databases of this server from others.
@FunctionalInterface
public interface TrustAnchor {
  /// The certificate that vouches for those of all databases, X.509 in PEM; made when there is none
  /// yet. Empty when its file cannot be used.
  Optional<String> pem();
}
