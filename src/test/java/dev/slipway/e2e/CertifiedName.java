package dev.slipway.e2e;

import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/// A client's key and certificate, made by the tool of the JDK as a tenant would make them.
///
/// @param keys holds them, and those of the issuer if there is one
/// @param alias theirs
record CertifiedName(KeyStore keys, String alias) {
  static final String PASSWORD = "password";

  /// One that is signed by itself, valid for a day.
  static CertifiedName selfSigned(Path folder, String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    make(store, name, "-validity 1");
    return read(store, name);
  }

  /// One whose time is over.
  static CertifiedName expired(Path folder, String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    make(store, name, "-startdate -3d -validity 1");
    return read(store, name);
  }

  /// One that an authority named `issuer` has signed.
  static CertifiedName issued(Path folder, String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    make(store, "issuer", "-validity 1 -ext bc:c");
    make(store, name, "-validity 1 -signer issuer");
    return read(store, name);
  }

  /// The certificate, as JSON wants the text of it.
  String pem() throws Exception {
    String lines =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(keys.getCertificate(alias).getEncoded());
    return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
        .formatted(lines)
        .replace("\n", "\\n");
  }

  private static void make(Path store, String name, String more) throws Exception {
    String words =
        "-genkeypair -alias %s -dname CN=%1$s -keyalg EC -storetype PKCS12 -storepass %s -keystore %s %s"
            .formatted(name, PASSWORD, store, more);
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process keytool =
        new ProcessBuilder((program + " " + words).split(" "))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new AssertionError("keytool failed");
    }
  }

  private static CertifiedName read(Path store, String name) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return new CertifiedName(keys, name);
  }
}
