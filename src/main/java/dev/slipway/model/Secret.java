package dev.slipway.model;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// A value that must never be printed. Stored encrypted; shown only where the API says so.
public record Secret(String clear) {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 32;
  private static final int KEY_BYTES = 32;

  /// A password for a database whose user gave none: 32 letters and digits (api-rules 3.2).
  public static Secret random(RandomGenerator random) {
    var password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new Secret(password.toString());
  }

  /// A key or a token: 256 random bits in hex after a letter that says what it opens.
  ///
  /// @param prefix `A` for an account, `S` for a user, `T` for the admin side
  public static Secret key(String prefix, RandomGenerator random) {
    byte[] bits = new byte[KEY_BYTES];
    random.nextBytes(bits);
    return new Secret(prefix + HexFormat.of().formatHex(bits));
  }

  @Override
  public String toString() {
    return "***";
  }
}
