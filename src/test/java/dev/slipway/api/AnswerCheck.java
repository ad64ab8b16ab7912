package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Holds every answer that a test gets against our own description of the API: its status must be
/// one of those named there, and its body must have the fields and types that are promised, and no
/// others.
final class AnswerCheck {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final String BODY = "/content/application~1json/schema/$ref";

  private final ObjectNode document;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /// @param document as it is served
  AnswerCheck(String document) {
    this.document = (ObjectNode) JSON.readTree(document);
    for (JsonNode schema : this.document.at("/components/schemas")) {
      if (schema.has("properties")) {
        ((ObjectNode) schema).put("additionalProperties", false);
      }
    }
  }

  /// Whether it is as described; nothing is said of paths and methods that are not.
  void check(String method, String target, HttpResponse<String> answer) {
    boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
    if (json) {
      operation(method, target).ifPresent(operation -> check(operation, answer));
    }
  }

  private void check(JsonNode operation, HttpResponse<String> answer) {
    String status = Integer.toString(answer.statusCode());
    JsonNode described = operation.path("responses").path(status);
    assertThat(described.isMissingNode())
        .as(
            "%s answers %s, which is not described: %s",
            operation.path("operationId"), status, answer.body())
        .isFalse();
    if (answer.body().isEmpty()) {
      return;
    }
    String reference = resolve(described).at(BODY).asString("");
    if (!reference.isEmpty()) {
      List<?> faults = schema(reference).validate(JSON.readTree(answer.body()));
      assertThat(faults)
          .as("%s %s: %s", operation.path("operationId"), status, answer.body())
          .isEmpty();
    }
  }

  private JsonNode resolve(JsonNode described) {
    String reference = described.path("$ref").asString("");
    return reference.isEmpty() ? described : document.at(reference.substring(1));
  }

  private Schema schema(String reference) {
    return schemas.computeIfAbsent(
        reference,
        _ -> {
          ObjectNode root = JSON.createObjectNode();
          root.put("$ref", reference);
          root.set("components", document.get("components"));
          return REGISTRY.getSchema(root);
        });
  }

  private Optional<JsonNode> operation(String method, String target) {
    String path = target.replaceFirst("([?]|%3F).*", "");
    String whole = path.startsWith("/v1") ? path : "/v1" + path;
    return document.get("paths").properties().stream()
        .filter(entry -> fits(entry.getKey(), whole))
        .min((one, other) -> braces(one.getKey()) - braces(other.getKey()))
        .map(entry -> entry.getValue().path(method.toLowerCase(Locale.ROOT)))
        .filter(JsonNode::isObject);
  }

  private static boolean fits(String template, String path) {
    String[] wanted = template.split("/", -1);
    String[] segments = path.split("/", -1);
    if (wanted.length != segments.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      boolean any = wanted[i].startsWith("{") && !segments[i].isEmpty();
      if (!any && !wanted[i].equals(segments[i])) {
        return false;
      }
    }
    return true;
  }

  private static int braces(String template) {
    return template.length() - template.replace("{", "").length();
  }
}
