package dev.slipway.admin;

/// What the bodies of the admin side may consist of (api-rules 2.1).
final class KeyWords {
  static final String NAME = "[A-Za-z0-9_-]{10,50}";
  static final String NAME_RULE =
      "must have 10 to 50 characters: letters, digits, dashes and underscores, such as ci-of-the-shop";

  static final String BLOCK_RULE =
      "must be a block of addresses or one address, such as 10.0.0.0/8 or 2001:db8::/32";

  private KeyWords() {}
}
