package dev.slipway.proof.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads bodies that were sent as the server does: a field that is null is not there, and what is
/// no UTF-8 may be, in a field that is ignored.
final class Plain {
  private Plain() {}

  /// The body; missing when it is no JSON.
  static JsonNode json(byte[] body) {
    JsonNode tree;
    try {
      tree = JsonMapper.shared().readTree(body);
    } catch (JacksonException _) {
      tree = mended(new String(body, StandardCharsets.UTF_8));
    }
    strike(tree);
    return tree;
  }

  private static JsonNode mended(String text) {
    try {
      return JsonMapper.shared().readTree(text);
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
