package dev.slipway.api.subscription;

import dev.slipway.api.json.Spelled;
import java.util.Arrays;
import java.util.List;

/// How long a subscription outlives the loss of its key (api-rules 3.3).
public enum DeletionGracePeriod implements Spelled {
  ALERTS_ONLY("alerts-only"),
  IMMEDIATE("immediate"),
  QUARTER("15-minutes"),
  HALF("30-minutes"),
  ONE("1-hour"),
  FOUR("4-hours"),
  EIGHT("8-hours"),
  TWELVE("12-hours"),
  DAY("24-hours");

  /// All of them as the API spells them.
  static final List<String> WORDS =
      Arrays.stream(values()).map(DeletionGracePeriod::spelling).toList();

  private final String spelling;

  DeletionGracePeriod(String spelling) {
    this.spelling = spelling;
  }

  @Override
  public String spelling() {
    return spelling;
  }
}
