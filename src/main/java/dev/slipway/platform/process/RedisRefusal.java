package dev.slipway.platform.process;

import java.io.IOException;

/// A Redis answered a command with an error.
final class RedisRefusal extends IOException {
  private static final long serialVersionUID = 1;

  private final String words;

  RedisRefusal(String words) {
    super(words);
    this.words = words;
  }

  /// What it said.
  String words() {
    return words;
  }
}
