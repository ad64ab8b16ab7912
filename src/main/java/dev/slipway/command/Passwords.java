package dev.slipway.command;

import dev.slipway.model.Secret;
import java.util.random.RandomGenerator;

/// Passwords of databases for which the user gave none: 32 letters and digits (api-rules 3.2).
record Passwords(RandomGenerator random) {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 32;

  Secret next() {
    var password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new Secret(password.toString());
  }
}
