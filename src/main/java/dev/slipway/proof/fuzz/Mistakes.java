package dev.slipway.proof.fuzz;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// Spoils bodies: each gets one thing wrong, somewhere within.
record Mistakes(Description description, Chance chance) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPER = 60;
  private static final int MANY = 500;

  /// Spoils a body that fits a schema.
  void spoil(JsonNode reference, ObjectNode body) {
    JsonNode schema = description.resolve(reference);
    List<String> names = new ArrayList<>(schema.path("properties").propertyNames());
    if (names.isEmpty() || chance.percent(8)) {
      body.set(chance.of(List.of("unknown", "nam", "", "Name", "id\u0000")), token());
      return;
    }
    String name = chance.of(List.copyOf(body.isEmpty() ? names : body.propertyNames()));
    JsonNode within = objectIn(body.path(name));
    if (within instanceof ObjectNode object && chance.percent(DEEPER)) {
      JsonNode own = description.resolve(schema.path("properties").path(name));
      spoil(own.has("items") ? own.path("items") : own, object);
    } else {
      replace(body, chance.percent(70) ? name : chance.of(names));
    }
  }

  private JsonNode objectIn(JsonNode value) {
    return value.isArray() && !value.isEmpty() ? value.path(chance.below(value.size())) : value;
  }

  private void replace(ObjectNode body, String name) {
    switch (chance.below(6)) {
      case 0 -> body.remove(name);
      case 1 -> body.putNull(name);
      case 2, 3 -> body.put(name, chance.of(Oddities.TEXTS));
      case 4 -> body.set(name, token());
      default -> body.set(name, many(body.path(name)));
    }
  }

  private JsonNode token() {
    return JSON.rawValueNode(new RawValue(chance.of(Oddities.TOKENS)));
  }

  /// The same value in a list, once or often, or within itself.
  private JsonNode many(JsonNode value) {
    ArrayNode list = JSON.arrayNode();
    JsonNode one = value.isArray() && !value.isEmpty() ? value.path(0) : value;
    int size = chance.of(List.of(0, 1, 2, MANY));
    for (int i = 0; i < size; i++) {
      list.add(one.isMissingNode() ? JSON.nullNode() : one);
    }
    return list;
  }
}
