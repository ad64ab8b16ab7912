package dev.slipway;

import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;

/// A certificate for 127.0.0.1 and its key, made for a test and valid for a day from now on.
record Pem(Path certificate, Path key) {
  private static final String PASSWORD = "password";

  /// Makes both in an empty folder.
  ///
  /// @param algorithm of the key: `RSA`, `EC` or `Ed25519`
  static Pem make(Path folder, String algorithm) throws Exception {
    Files.createDirectories(folder);
    Path store = folder.resolve("store.p12");
    keytool(
        ("-genkeypair -alias a -dname CN=slipway -ext san=ip:127.0.0.1 -validity 1"
                + " -storetype PKCS12 -storepass %s -keyalg %s -keystore %s")
            .formatted(PASSWORD, algorithm, store));
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    byte[] key = keys.getKey("a", PASSWORD.toCharArray()).getEncoded();
    return new Pem(
        write(folder.resolve("cert.pem"), "CERTIFICATE", keys.getCertificate("a").getEncoded()),
        write(folder.resolve("key.pem"), "PRIVATE KEY", key));
  }

  private static void keytool(String words) throws Exception {
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

  private static Path write(Path file, String name, byte[] content) throws Exception {
    String text = Base64.getMimeEncoder().encodeToString(content);
    Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %1$s-----\n".formatted(name, text));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /// As the configuration names them.
  Config.Tls files() {
    return new Config.Tls(certificate, key);
  }
}
