package dev.slipway.platform.process;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Who Slipway is to databases with TLS, and whom it trusts there.
///
/// @param credential what it shows when it is asked
/// @param context for its connections
record TlsIdentity(Credential credential, SSLContext context) {
  private static final char[] NO_PASSWORD = {};

  /// One that trusts what this authority vouches for.
  static TlsIdentity of(Credential credential, X509Certificate authority, SecureRandom random)
      throws IOException {
    try {
      KeyStore own = empty();
      Certificate[] chain = {credential.certificate()};
      own.setKeyEntry("slipway", credential.key(), NO_PASSWORD, chain);
      KeyStore trusted = empty();
      trusted.setCertificateEntry("ca", authority);
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, NO_PASSWORD);
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), random);
      return new TlsIdentity(credential, context);
    } catch (GeneralSecurityException e) {
      throw new IOException("this program cannot speak TLS: " + e.getMessage(), e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
