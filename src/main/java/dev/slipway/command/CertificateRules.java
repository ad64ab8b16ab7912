package dev.slipway.command;

import static dev.slipway.model.ProblemType.CLIENT_SSL_CERTIFICATE_IS_NOT_ALLOWED_WITHOUT_ENABLE_TLS_IS_TRUE;
import static dev.slipway.model.ProblemType.DATABASE_CLIENT_SSL_CERTIFICATE_MORE_THAN_1_ACTIVE;
import static dev.slipway.model.ProblemType.DATABASE_EXPIRED_CERT;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_CERT;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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
  /// As many as source addresses: who has more clients gives the certificate of their issuer.
  private static final int MOST = 32;

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

  /// Redis believes a client's certificate as far as it leads, by what is given, to one that is
  /// signed by itself: one whose issuer is not given would let nobody in. Refuses with
  /// DATABASE_INVALID_CERT.
  ///
  /// @param pems all that a database is to trust, each of them {@link #valid}
  static void complete(List<String> pems) {
    var given = pems.stream().flatMap(pem -> parse(pem).stream()).toList();
    if (given.size() > MOST) {
      throw invalid(
          "%d certificates are too many".formatted(given.size()),
          "Send at most %d, or the certificate of the authority that issued them.".formatted(MOST));
    }
    for (var certificate : given) {
      if (given.stream().noneMatch(other -> issued(other, certificate))) {
        String issuer = certificate.getIssuerX500Principal().getName();
        throw invalid(
            "the certificate of %s was issued by %s, whose own is not among them"
                .formatted(certificate.getSubjectX500Principal().getName(), issuer),
            "Send the certificate of %s as well, or one that is signed by itself."
                .formatted(issuer));
      }
    }
  }

  private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
    try {
      if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
        return false;
      }
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false; // the name is the issuer's, the signature is not
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
    return invalid(why, "Send one in PEM, with its BEGIN and END lines and its line breaks.");
  }

  private static Refused invalid(String why, String remedy) {
    return new Refused(
        DATABASE_INVALID_CERT, "Database certificate is invalid: %s.".formatted(why), remedy);
  }
}
