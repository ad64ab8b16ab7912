package dev.slipway.api.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;

/// Reads texts: half of a surrogate pair, which an escape can send, is no character, and would be
/// stored as something else than was sent.
final class WholeCharacters extends StringDeserializer {
  /// Teaches a mapper the rule.
  static SimpleModule module() {
    return new SimpleModule("whole-characters")
        .addDeserializer(String.class, new WholeCharacters());
  }

  @Override
  public String deserialize(JsonParser in, DeserializationContext context) {
    String text = super.deserialize(in, context);
    if (text != null && text.codePoints().anyMatch(WholeCharacters::half)) {
      throw InvalidFormatException.from(in, "half a character", "", String.class);
    }
    return text;
  }

  private static boolean half(int codePoint) {
    return codePoint <= Character.MAX_SURROGATE && Character.isSurrogate((char) codePoint);
  }
}
