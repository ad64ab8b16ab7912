package dev.slipway.proof.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The API as its own document describes it.
///
/// @param document `/v1/openapi.json`
/// @param operations all of them, in the order of the document
record Description(JsonNode document, List<Described> operations) {
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

    /// Whether no body is as good as an empty one.
    boolean mayTakeNone() {
      return !operation.at("/requestBody/required").asBoolean(false);
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

    /// The values of its parameters, in their order.
    Map<String, String> place(List<String> asked) {
      Map<String, String> place = new LinkedHashMap<>();
      for (int i = 0; i < asked.size(); i++) {
        String own = segments().get(i);
        if (isParameter(own)) {
          place.put(own.substring(1, own.length() - 1), asked.get(i));
        }
      }
      return place;
    }

    /// The names of its parameters, in their order.
    List<String> parameters() {
      return segments().stream()
          .filter(Described::isParameter)
          .map(segment -> segment.substring(1, segment.length() - 1))
          .toList();
    }

    /// Whether a part stands for a value.
    static boolean isParameter(String segment) {
      return segment.startsWith("{");
    }
  }

  /// Reads the document.
  static Description of(JsonNode document) {
    List<Described> operations = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var one : path.getValue().properties()) {
        String method = one.getKey().toUpperCase(Locale.ROOT);
        operations.add(new Described(method, path.getKey(), one.getValue()));
      }
    }
    return new Description(document, List.copyOf(operations));
  }

  /// The operation that these parts ask for; empty when the path that fits best has none of this
  /// method. A path with fewer parameters fits better.
  Optional<Described> find(String method, List<String> segments) {
    List<Described> fitting =
        operations.stream()
            .filter(operation -> operation.answers(segments))
            .sorted(Comparator.comparingInt(operation -> operation.parameters().size()))
            .toList();
    return fitting.stream()
        .filter(operation -> operation.path().equals(fitting.getFirst().path()))
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
