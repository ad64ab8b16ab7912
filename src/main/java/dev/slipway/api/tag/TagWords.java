package dev.slipway.api.tag;

/// What labels may consist of (api-rules 4.9).
final class TagWords {
  static final String ALLOWED = "[A-Za-z0-9 _.+@:-]*";
  static final String RULE = "may have letters, digits, blanks and - _ . + @ : alone";

  private TagWords() {}
}
