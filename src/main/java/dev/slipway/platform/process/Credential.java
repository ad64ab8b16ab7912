package dev.slipway.platform.process;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;

/// A certificate with its private key: who has both can prove to be whom it names.
record Credential(PrivateKey key, X509Certificate certificate) {
  /// Both as text, the key first; OpenSSL reads either out of it.
  String pem() {
    return Pem.of(key) + Pem.of(certificate);
  }

  /// Whether this one's key has signed that certificate.
  boolean vouchesFor(X509Certificate other) {
    try {
      other.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /// When its time began.
  Instant begin() {
    return certificate.getNotBefore().toInstant();
  }
}
