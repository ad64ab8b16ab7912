package dev.slipway.store.sql;

import dev.slipway.model.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts secrets for the disk: AES-256-GCM, a fresh 96-bit nonce each, `v1:` and base64. Safe
/// for use by many threads.
public final class SecretBox {
  private static final String PREFIX = "v1:";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final RandomGenerator random;

  /// With a key of 32 bytes.
  ///
  /// @param random a cryptographic source
  public SecretBox(byte[] key, RandomGenerator random) {
    if (key.length != 32) {
      throw new IllegalArgumentException("the store's key must have 32 bytes, not " + key.length);
    }
    this.key = new SecretKeySpec(key, "AES");
    this.random = random;
  }

  String seal(Secret secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        run(Cipher.ENCRYPT_MODE, nonce, secret.clear().getBytes(StandardCharsets.UTF_8));
    byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return PREFIX + Base64.getEncoder().encodeToString(all);
  }

  Secret open(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalStateException("a stored secret has an unknown form");
    }
    ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    byte[] nonce = new byte[NONCE_BYTES];
    all.get(nonce);
    byte[] sealed = new byte[all.remaining()];
    all.get(sealed);
    return new Secret(new String(run(Cipher.DECRYPT_MODE, nonce, sealed), StandardCharsets.UTF_8));
  }

  private byte[] run(int mode, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a stored secret cannot be read: is this the store's own key file?", e);
    }
  }
}
