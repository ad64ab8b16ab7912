package dev.slipway.e2e;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/// A client that encrypts: Jedis, with the certificate that it was given to trust.
///
/// @param trusted in PEM
/// @param own what it shows when it is asked for a certificate; null for nothing
record TlsClient(String trusted, @Nullable CertifiedName own) {
  /// Connects to the endpoint and with the password that a database is shown with.
  Jedis to(Reply database) throws Exception {
    SSLParameters parameters = new SSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    Jedis jedis =
        new Jedis(
            HostAndPort.from(database.word("/publicEndpoint")),
            DefaultJedisClientConfig.builder()
                .ssl(true)
                .sslSocketFactory(sockets())
                .sslParameters(parameters)
                .password(database.word("/security/password"))
                .build());
    jedis.ping();
    return jedis;
  }

  private SSLSocketFactory sockets() throws Exception {
    var certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(trusted.getBytes(StandardCharsets.US_ASCII)));
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("ca", certificates.iterator().next());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys(), trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private KeyManager @Nullable [] keys() throws Exception {
    if (own == null) {
      return null;
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own.keys(), CertifiedName.PASSWORD.toCharArray());
    return keys.getKeyManagers();
  }
}
