package dev.slipway.platform.process;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes the password of each database's own user for Slipway out of one secret, so that it need
/// not be kept anywhere.
final class ControlKey {
  private final byte[] secret;

  ControlKey(byte[] secret) {
    this.secret = secret.clone();
  }

  /// The password of the user `slipway` in this database.
  String password(int databaseId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return hex(mac.doFinal(("control:" + databaseId).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  /// The same as Redis keeps it: SHA-256 in hex.
  String passwordHash(int databaseId) {
    try {
      byte[] text = password(databaseId).getBytes(StandardCharsets.UTF_8);
      return hex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
