package dev.slipway.platform.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Certificates and keys as text (RFC 7468).
final class Pem {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final int LINE = 64;

  private Pem() {}

  /// A certificate as text.
  static String of(X509Certificate certificate) {
    try {
      return block("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has its bytes", e);
    }
  }

  /// A private key as text, not encrypted.
  static String of(PrivateKey key) {
    return block("PRIVATE KEY", key.getEncoded());
  }

  private static String block(String name, byte[] content) {
    String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n".formatted(name, lines);
  }

  /// The certificates in a text that holds nothing else.
  ///
  /// @throws IOException when it is none
  static List<X509Certificate> certificates(String text) throws IOException {
    try {
      var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
      return CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      throw new IOException("this is no certificate in PEM", e);
    }
  }

  /// The key and the certificate in a text that begins with a key and goes on with its certificate.
  ///
  /// @throws IOException when it does not
  static Credential credential(String text) throws IOException {
    Matcher pem = KEY.matcher(text);
    if (!pem.find()) {
      throw new IOException("this is no private key in PEM");
    }
    List<X509Certificate> certificates = certificates(text.substring(pem.end()).strip());
    if (certificates.isEmpty()) {
      throw new IOException("no certificate follows the private key");
    }
    return new Credential(key(pem.group(1)), certificates.getFirst());
  }

  private static PrivateKey key(String base64) throws IOException {
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(base64);
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("this is no private key of an elliptic curve", e);
    }
  }
}
