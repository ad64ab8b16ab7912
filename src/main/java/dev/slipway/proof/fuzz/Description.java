package dev.slipway.proof.fuzz;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The API as its own document describes it.
///
/// @param document `/v1/openapi.json`
record Description(JsonNode document) {
  private static final String JSON = "/content/application~1json/schema";

  /// One operation.
  ///
  /// @param method in capitals
  /// @param path with parameters in braces
  record Described(String method, String path, JsonNode operation) {
    /// The name that it goes by.
    String id() {
      return operation.path("operationId").asString();
    }

    /// What its body must be; empty when it reads none.
    Optional<JsonNode> takes() {
      return Optional.of(operation.at("/requestBody" + JSON)).filter(JsonNode::isObject);
    }

    /// The parts between the slashes.
    List<String> segments() {
      return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    /// Whether it is asked for by these parts, which are plain.
    boolean answers(List<String> asked) {
      List<String> own = segments();
      if (own.size() != asked.size()) {
        return false;
      }
      for (int i = 0; i < own.size(); i++) {
        if (!isParameter(own.get(i)) && !own.get(i).equals(asked.get(i))) {
          return false;
        }
      }
      return true;
    }

    private long parameters() {
      return segments().stream().filter(Described::isParameter).count();
    }

    /// Whether a part stands for a value.
    static boolean isParameter(String segment) {
      return segment.startsWith("{");
    }
  }

  /// All operations, in the order of the document.
  List<Described> operations() {
    return document.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        one ->
                            new Described(
                                one.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                one.getValue())))
        .toList();
  }

  /// The operation that these parts ask for; a fixed part goes before a parameter.
  Optional<Described> find(String method, List<String> segments) {
    return operations().stream()
        .filter(operation -> operation.answers(segments))
        .sorted(Comparator.comparingLong(Described::parameters))
        .filter(operation -> operation.method().equals(method))
        .findFirst();
  }

  /// What an operation says of a status; missing when it says nothing.
  JsonNode answer(Described operation, int status) {
    JsonNode said = operation.operation().path("responses").path(Integer.toString(status));
    String reference = said.path("$ref").asString("");
    return reference.isEmpty() ? said : document.at(reference.substring(1));
  }

  /// The schema of a described answer; empty when it has no body.
  Optional<JsonNode> shape(JsonNode answer) {
    return Optional.of(answer.at(JSON)).filter(JsonNode::isObject);
  }

  /// The schema of every error.
  JsonNode failure() {
    return document.at("/components/responses/Failure" + JSON);
  }

  /// A schema itself where a reference to it stands.
  JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }
}
