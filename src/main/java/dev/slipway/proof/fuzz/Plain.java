package dev.slipway.proof.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads bodies that were sent as the server does: a field that is null is not there.
final class Plain {
  private Plain() {}

  /// The body; missing when it is no JSON.
  static JsonNode json(byte[] body) {
    try {
      JsonNode tree = JsonMapper.shared().readTree(new String(body, StandardCharsets.UTF_8));
      strike(tree);
      return tree;
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  private static void strike(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      List<String> nulls =
          object.properties().stream()
              .filter(field -> field.getValue().isNull())
              .map(field -> field.getKey())
              .toList();
      object.remove(nulls);
    }
    tree.forEach(Plain::strike);
  }
}
