package dev.slipway.command;

import static dev.slipway.model.ProblemType.CLIENT_SSL_CERTIFICATE_IS_NOT_ALLOWED_WITHOUT_ENABLE_TLS_IS_TRUE;
import static dev.slipway.model.ProblemType.DATABASE_CLIENT_SSL_CERTIFICATE_MORE_THAN_1_ACTIVE;
import static dev.slipway.model.ProblemType.DATABASE_EXPIRED_CERT;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_CERT;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which client certificates a database may trust (api-rules 4.9). Only non-empty values count: a
/// client that sends an empty list has asked for nothing.
final class CertificateRules {
  private CertificateRules() {}

  /// Refuses with CLIENT_SSL_CERTIFICATE_IS_NOT_ALLOWED_WITHOUT_ENABLE_TLS_IS_TRUE and
  /// DATABASE_CLIENT_SSL_CERTIFICATE_MORE_THAN_1_ACTIVE.
  static void combination(boolean tls, List<String> certificates, @Nullable String legacy) {
    boolean hasLegacy = legacy != null && !legacy.isEmpty();
    if (!tls && !certificates.isEmpty()) {
      throw new Refused(
          CLIENT_SSL_CERTIFICATE_IS_NOT_ALLOWED_WITHOUT_ENABLE_TLS_IS_TRUE,
          "clientTlsCertificates need enableTls true.",
          "Send it with them, or leave them out.");
    }
    if (hasLegacy && !certificates.isEmpty()) {
      throw new Refused(
          DATABASE_CLIENT_SSL_CERTIFICATE_MORE_THAN_1_ACTIVE,
          "clientSslCertificate and clientTlsCertificates exclude each other.",
          "Use clientTlsCertificates.");
    }
  }

  /// Refuses with DATABASE_INVALID_CERT and DATABASE_EXPIRED_CERT.
  static void valid(String pem, Instant now) {
    for (var certificate : parse(pem)) {
      var end = certificate.getNotAfter().toInstant();
      if (end.isBefore(now)) {
        throw new Refused(
            DATABASE_EXPIRED_CERT,
            "The client certificate with serial number %s expired at %s."
                .formatted(certificate.getSerialNumber().toString(16), end),
            "Send one that is still valid.");
      }
    }
  }

  private static List<X509Certificate> parse(String pem) {
    try {
      var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
      Collection<? extends java.security.cert.Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(bytes);
      if (found.isEmpty()) {
        throw unreadable("nothing in it is a certificate");
      }
      return found.stream().map(X509Certificate.class::cast).toList();
    } catch (CertificateException e) {
      throw unreadable("it cannot be read");
    }
  }

  private static Refused unreadable(String why) {
    return new Refused(
        DATABASE_INVALID_CERT,
        "Database certificate is invalid: %s.".formatted(why),
        "Send one in PEM, with its BEGIN and END lines and its line breaks.");
  }
}
