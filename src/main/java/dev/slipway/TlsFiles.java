package dev.slipway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// The certificate of the server with those that vouch for it, and its private key, in PEM.
///
/// @param chain the certificate of the server first
record TlsFiles(List<X509Certificate> chain, PrivateKey key) {
  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final byte[] SAMPLE = "a text to sign".getBytes(StandardCharsets.US_ASCII);
  private static final char[] NO_PASSWORD = {};

  /// Reads and checks both.
  ///
  /// @throws CannotStart in one line, when one cannot be used, or they do not fit
  static TlsFiles read(Config.Tls files, Instant now) {
    List<X509Certificate> chain = chain(files.certificate());
    requireValid(chain.getFirst(), files.certificate(), now);
    requirePrivate(files.key());
    PrivateKey key = key(files.key(), chain.getFirst());
    if (!fits(key, chain.getFirst())) {
      throw misfit(files.key());
    }
    return new TlsFiles(chain, key);
  }

  /// What HTTPS is served with.
  SSLContext context() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      store.setKeyEntry("slipway", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new CannotStart(
          "--tls-cert and --tls-key: TLS cannot be served with them (" + e.getMessage() + ")", e);
    }
  }

  private static List<X509Certificate> chain(Path file) {
    try {
      var factory = CertificateFactory.getInstance("X.509");
      List<X509Certificate> chain =
          factory.generateCertificates(new ByteArrayInputStream(bytes("--tls-cert", file))).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (CertificateException _) {
      // Said below, in the words of this program.
    }
    throw new CannotStart(
        "--tls-cert %s: holds no certificate; name a file in PEM, the server's certificate first"
            .formatted(file));
  }

  private static void requireValid(X509Certificate certificate, Path file, Instant now) {
    try {
      certificate.checkValidity(Date.from(now));
    } catch (CertificateExpiredException e) {
      Instant end = certificate.getNotAfter().toInstant();
      throw new CannotStart("--tls-cert %s: expired at %s; renew it".formatted(file, end), e);
    } catch (CertificateNotYetValidException e) {
      Instant begin = certificate.getNotBefore().toInstant();
      throw new CannotStart(
          "--tls-cert %s: is not valid before %s; look at the clock of this machine"
              .formatted(file, begin),
          e);
    }
  }

  /// Its group may read it: so a renewal can hand it over.
  private static void requirePrivate(Path file) {
    try {
      if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
        throw new CannotStart(
            "--tls-key %s: others can read it; chmod o= %s".formatted(file, file));
      }
    } catch (IOException e) {
      throw unreadable("--tls-key", file, e);
    }
  }

  private static PrivateKey key(Path file, X509Certificate certificate) {
    String text = new String(bytes("--tls-key", file), StandardCharsets.ISO_8859_1);
    var pem = PKCS8.matcher(text);
    if (!pem.find()) {
      throw new CannotStart(
          "--tls-key %s: holds no plain key in PKCS #8; openssl pkcs8 -topk8 -nodes -in %s makes one"
              .formatted(file, file));
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
      return KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      throw misfit(file);
    }
  }

  private static CannotStart misfit(Path file) {
    return new CannotStart(
        "--tls-key %s: is not the key of the certificate; name the one that it was made with"
            .formatted(file));
  }

  /// What one has signed the other verifies.
  private static boolean fits(PrivateKey key, X509Certificate certificate) {
    try {
      Signature signature = Signature.getInstance(signature(key.getAlgorithm()));
      signature.initSign(key);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(SAMPLE);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static String signature(String algorithm) {
    return switch (algorithm) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> algorithm;
    };
  }

  private static byte[] bytes(String option, Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(option, file, e);
    }
  }

  private static CannotStart unreadable(String option, Path file, IOException e) {
    return new CannotStart(
        "%s %s: cannot be read (%s); name a file that this user may read"
            .formatted(option, file, Reason.of(e)),
        e);
  }
}
