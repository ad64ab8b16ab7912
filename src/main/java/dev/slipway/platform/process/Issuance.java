package dev.slipway.platform.process;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes certificates with keys on the curve P-256: for the authorities themselves, and what they
/// sign. The JDK has no API for that; this class alone needs the library that has, so that a server
/// without TLS never loads it.
///
/// @param random makes keys, serial numbers and signatures
record Issuance(InstantSource clock, SecureRandom random) {
  private static final String CURVE = "secp256r1";
  private static final String SIGNATURE = "SHA256withECDSA";

  /// As many as a serial number may have at most (RFC 5280, 4.1.2.2), less the sign.
  private static final int SERIAL_BITS = 159;

  /// The clocks of clients may be late by as much.
  private static final Duration EARLY = Duration.ofHours(1);

  /// What a certificate is about.
  ///
  /// @param name its common name
  /// @param life from its beginning, which is an hour ago, to its end
  record Subject(String name, Duration life) {
    X500Name distinguished() {
      return new X500Name("CN=" + name);
    }
  }

  /// An authority, which signs itself and nothing but certificates of ends.
  Credential authority(Subject subject) throws IOException {
    KeyPair keys = keys();
    try {
      var builder = builder(subject.distinguished(), subject, keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      return new Credential(keys.getPrivate(), signed(builder, keys));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw failed(e);
    }
  }

  /// A server that is reached under these names.
  ///
  /// @param names of hosts, and IP addresses
  Credential server(Subject subject, List<String> names, Credential by) throws IOException {
    GeneralNames all =
        new GeneralNames(names.stream().map(Issuance::name).toArray(GeneralName[]::new));
    return issue(subject, KeyPurposeId.id_kp_serverAuth, all, by);
  }

  /// A client.
  Credential client(Subject subject, Credential by) throws IOException {
    GeneralNames name = new GeneralNames(new GeneralName(subject.distinguished()));
    return issue(subject, KeyPurposeId.id_kp_clientAuth, name, by);
  }

  private Credential issue(Subject subject, KeyPurposeId purpose, GeneralNames names, Credential by)
      throws IOException {
    KeyPair keys = keys();
    try {
      X500Name issuer =
          X500Name.getInstance(by.certificate().getSubjectX500Principal().getEncoded());
      var builder = builder(issuer, subject, keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
      builder.addExtension(Extension.subjectAlternativeName, false, names);
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(by.certificate()));
      KeyPair signing = new KeyPair(by.certificate().getPublicKey(), by.key());
      return new Credential(keys.getPrivate(), signed(builder, signing));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw failed(e);
    }
  }

  private X509v3CertificateBuilder builder(X500Name issuer, Subject subject, PublicKey key)
      throws GeneralSecurityException, IOException {
    Instant begin = clock.instant().minus(EARLY).truncatedTo(ChronoUnit.SECONDS);
    return new JcaX509v3CertificateBuilder(
            issuer,
            new BigInteger(SERIAL_BITS, random),
            Date.from(begin),
            Date.from(begin.plus(subject.life())),
            subject.distinguished(),
            key)
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
  }

  private X509Certificate signed(X509v3CertificateBuilder builder, KeyPair by)
      throws GeneralSecurityException, OperatorCreationException {
    var signer =
        new JcaContentSignerBuilder(SIGNATURE).setSecureRandom(random).build(by.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private KeyPair keys() throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw failed(e);
    }
  }

  private static GeneralName name(String name) {
    return new GeneralName(isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name);
  }

  private static boolean isAddress(String name) {
    try {
      var _ = InetAddress.ofLiteral(name);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static IOException failed(Exception e) {
    return new IOException("a certificate could not be made: " + e.getMessage(), e);
  }
}
