package dev.slipway.proof.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Where a database of this machine listens, and how a tenant gets in.
///
/// @param password empty when there is none
/// @param sockets what connects: in clear, or with TLS
public record Endpoint(int port, String password, SocketFactory sockets) {
  /// One in clear.
  public static Endpoint inClear(int port, String password) {
    return new Endpoint(port, password, SocketFactory.getDefault());
  }

  /// Connections with TLS, to whoever this certificate vouches for.
  ///
  /// @param certificate X.509 in PEM
  public static SocketFactory trusting(String certificate)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    var pem = new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII));
    trusted.setCertificateEntry(
        "database", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  /// The same of another port.
  public Endpoint at(int other) {
    return new Endpoint(other, password, sockets);
  }

  Socket connect() throws IOException {
    return sockets.createSocket(InetAddress.getLoopbackAddress(), port);
  }
}
