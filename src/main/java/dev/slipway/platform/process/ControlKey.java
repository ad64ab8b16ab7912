package dev.slipway.platform.process;

import dev.slipway.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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
      return HexFormat.of()
          .formatHex(mac.doFinal(("control:" + databaseId).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  /// The same as Redis keeps it: SHA-256 in hex.
  String passwordHash(int databaseId) {
    return Sha256.hex(password(databaseId));
  }
}
