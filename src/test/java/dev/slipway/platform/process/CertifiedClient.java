package dev.slipway.platform.process;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/// A client with a certificate, which an authority of its own has issued.
record CertifiedClient(Credential credential, X509Certificate issuer) {
  private static final Duration LIFE = Duration.ofDays(30);

  static CertifiedClient named(String name) throws IOException {
    Issuance issuance = new Issuance(Instant::now, new SecureRandom());
    Credential issuer = issuance.authority(new Issuance.Subject(name + " and sons", LIFE));
    return new CertifiedClient(
        issuance.client(new Issuance.Subject(name, LIFE), issuer), issuer.certificate());
  }

  /// What a database is given to know it by.
  String pem() {
    return Pem.of(credential.certificate()) + Pem.of(issuer);
  }
}
