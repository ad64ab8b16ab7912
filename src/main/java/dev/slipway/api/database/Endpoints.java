package dev.slipway.api.database;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads the deprecated `replicaOf`: the list that requests hold, and also the object that a GET
/// shows.
final class Endpoints extends StdDeserializer<List<String>> {
  Endpoints() {
    super(List.class);
  }

  /// What {@link DatabaseView.ReplicaOf} shows, as it comes back.
  record Shown(@Nullable List<String> endpoints) {}

  @Override
  public @Nullable List<String> deserialize(JsonParser in, DeserializationContext context) {
    if (in.currentToken() == JsonToken.START_OBJECT) {
      return context.readValue(in, Shown.class).endpoints();
    }
    JavaType list = context.getTypeFactory().constructCollectionType(List.class, String.class);
    return context.readValue(in, list);
  }
}
