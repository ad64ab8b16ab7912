package dev.slipway.api.task;

import java.time.Duration;
import java.util.Optional;

/// How long a client lets its poll be held: half a second, or what `Prefer: wait=N` says (RFC
/// 7240), 25 seconds at most.
final class Patience {
  private static final Duration STANDARD = Duration.ofMillis(500);
  private static final int MOST_SECONDS = 25;
  private static final String WAIT = "wait=";

  private Patience() {}

  static Duration of(Optional<String> prefer) {
    return prefer.map(Patience::preferred).orElse(STANDARD);
  }

  private static Duration preferred(String prefer) {
    for (String preference : prefer.split(",", -1)) {
      String plain = preference.strip();
      if (plain.startsWith(WAIT)) {
        return seconds(plain.substring(WAIT.length()));
      }
    }
    return STANDARD;
  }

  private static Duration seconds(String text) {
    try {
      return Duration.ofSeconds(Math.clamp(Long.parseLong(text), 0, MOST_SECONDS));
    } catch (NumberFormatException _) {
      return STANDARD;
    }
  }
}
