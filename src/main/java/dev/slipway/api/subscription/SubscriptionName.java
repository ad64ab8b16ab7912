package dev.slipway.api.subscription;

/// What a subscription may be called: any text without control characters (api-rules 3.1 knows no
/// pattern). The empty text stays allowed: the Terraform provider sends it for a subscription
/// without a name, and wants to read it back.
final class SubscriptionName {
  /// In UTF-16 units.
  static final int LONGEST = 255;

  static final String TOO_LONG = "must have at most 255 characters";

  /// Spaces, something visible, then anything but control characters. Possessive, so that a long
  /// text costs one pass; without a backslash, which the generator of validators does not escape.
  static final String SHAPE = "(?: *+[!-~\u00a1-\udbff\udfff][ -~\u00a0-\udbff\udfff]*+)?+";

  static final String MISSHAPEN = "must not be blank and must have no control characters";

  private SubscriptionName() {}
}
