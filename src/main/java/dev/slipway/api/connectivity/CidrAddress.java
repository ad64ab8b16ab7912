package dev.slipway.api.connectivity;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads a block as a text, and as an object with one.
final class CidrAddress extends StdDeserializer<String> {
  CidrAddress() {
    super(String.class);
  }

  /// The published form.
  record Described(@Nullable String cidrAddress) {}

  @Override
  public @Nullable String deserialize(JsonParser in, DeserializationContext context) {
    return in.currentToken() == JsonToken.START_OBJECT
        ? context.readValue(in, Described.class).cidrAddress()
        : context.readValue(in, String.class);
  }
}
