package dev.slipway.api.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The fields of a schema by their paths, such as `databases[].modules[].name`, whichever of the
/// two documents it stands in.
final class Fields {
  private static final String REFERENCE = "#/components/schemas/";

  private final JsonNode schemas;
  private final SortedMap<String, Field> found = new TreeMap<>();

  /// @param type as JSON has it; empty where anything goes
  /// @param words an enum's, else nothing
  record Field(String type, Set<String> words, boolean required, boolean readOnly) {}

  private Fields(JsonNode schemas) {
    this.schemas = schemas;
  }

  /// @param schemas those that may be referred to
  static SortedMap<String, Field> of(JsonNode schema, JsonNode schemas) {
    var fields = new Fields(schemas);
    fields.walk("", schema, List.of());
    return fields.found;
  }

  private void walk(String path, JsonNode schema, List<String> above) {
    String name = reference(schema);
    if (!name.isEmpty()) {
      if (!above.contains(name)) {
        List<String> deeper = new ArrayList<>(above);
        deeper.add(name);
        walk(path, schemas.path(name), deeper);
      }
      return;
    }
    schema.path("oneOf").forEach(choice -> walk(path, choice, above));
    if (schema.has("items")) {
      walk(path + "[]", schema.get("items"), above);
    }
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(field -> required.add(field.asString()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
      JsonNode value = property.getValue();
      found.put(below, field(value, required.contains(property.getKey())));
      walk(below, value, above);
    }
  }

  private Field field(JsonNode schema, boolean required) {
    JsonNode plain = schema;
    while (!reference(plain).isEmpty()) {
      plain = schemas.path(reference(plain));
    }
    Set<String> words = new TreeSet<>();
    plain.path("enum").forEach(word -> words.add(word.asString()));
    return new Field(
        plain.path("type").asString(""), words, required, schema.path("readOnly").asBoolean(false));
  }

  private static String reference(JsonNode schema) {
    String ours = schema.path("$ref").asString("");
    return ours.isEmpty() ? schema.path("ref").asString("") : ours.substring(REFERENCE.length());
  }
}
