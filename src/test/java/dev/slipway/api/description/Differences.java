package dev.slipway.api.description;

import dev.slipway.api.description.Fields.Field;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// How our description differs from the facts of the published one, a line each.
///
/// What we add to answers, and that we promise more of their fields than the published document
/// does, is no difference: no client can be hurt by it. Neither are echoes of answers that we
/// ignore in bodies.
final class Differences {
  private static final int MANY = 20;

  private final JsonNode ours;
  private final JsonNode facts;
  private final SortedSet<String> lines = new TreeSet<>();

  private Differences(JsonNode ours, JsonNode facts) {
    this.ours = ours;
    this.facts = facts;
  }

  /// Of those operations that both have.
  static SortedSet<String> between(JsonNode ours, JsonNode facts) {
    var differences = new Differences(ours, facts);
    for (JsonNode fact : facts.get("operations")) {
      JsonNode path = ours.at("/paths").path(fact.get("path").asString());
      JsonNode operation =
          path.path(fact.get("method").asString().toLowerCase(java.util.Locale.ROOT));
      if (operation.isObject()) {
        differences.compare(fact, operation);
      }
    }
    return differences.lines;
  }

  private void compare(JsonNode fact, JsonNode operation) {
    String id = fact.get("operationId").asString();
    parameters(id, fact, operation);
    body(id, fact.path("request"), operation.at("/requestBody/content/application~1json/schema"));
    // All tasks look like the one that getTaskById shows.
    if (!operation.path("responses").has("202")) {
      answer(id, fact.path("responses"), operation.path("responses"));
    }
  }

  private void parameters(String id, JsonNode fact, JsonNode operation) {
    SortedMap<String, String> theirs = parameters(fact);
    SortedMap<String, String> here = parameters(operation);
    theirs.forEach(
        (name, kind) -> {
          if (!kind.equals(here.get(name))) {
            lines.add(id + " parameter " + name + ": " + said(here.get(name), kind));
          }
        });
    here.keySet().stream()
        .filter(name -> !theirs.containsKey(name))
        .forEach(name -> lines.add(id + " parameter " + name + ": only here"));
  }

  private static String said(@org.jspecify.annotations.Nullable String here, String published) {
    return here == null ? "not here" : here + " here, " + published + " published";
  }

  private static SortedMap<String, String> parameters(JsonNode operation) {
    var parameters = new java.util.TreeMap<String, String>();
    for (JsonNode parameter : operation.path("parameters")) {
      parameters.put(
          parameter.get("name").asString(),
          parameter.get("in").asString()
              + " "
              + parameter.at("/schema/type").asString()
              + (parameter.path("required").asBoolean(false) ? " required" : ""));
    }
    return parameters;
  }

  private void body(String id, JsonNode fact, JsonNode schema) {
    var theirs = Fields.of(fact, facts.get("schemas"));
    var here = Fields.of(schema, ours.at("/components/schemas"));
    for (Map.Entry<String, Field> field : theirs.entrySet()) {
      String at = id + " body " + field.getKey() + ": ";
      Field own = here.get(field.getKey());
      if (own == null) {
        lines.add(at + "not here");
      } else if (!own.readOnly()) {
        sameValues(at, field.getValue(), own);
        sameDuty(at, field.getValue(), own);
      }
    }
    here.forEach(
        (name, field) -> {
          if (!theirs.containsKey(name) && !field.readOnly()) {
            lines.add(
                id + " body " + name + ": only here" + (field.required() ? ", required" : ""));
          }
        });
  }

  private void answer(String id, JsonNode fact, JsonNode answers) {
    JsonNode published = success(fact);
    JsonNode schema = success(answers).at("/content/application~1json/schema");
    var theirs = Fields.of(published, facts.get("schemas"));
    var here = Fields.of(schema, ours.at("/components/schemas"));
    for (Map.Entry<String, Field> field : theirs.entrySet()) {
      String at = id + " answer " + field.getKey() + ": ";
      Field own = here.get(field.getKey());
      if (own == null) {
        lines.add(at + "not here");
      } else {
        sameValues(at, field.getValue(), own);
      }
    }
  }

  private static JsonNode success(JsonNode answers) {
    return answers.properties().stream()
        .filter(answer -> answer.getKey().startsWith("2"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private void sameValues(String at, Field published, Field own) {
    if (!own.type().equals(published.type())) {
      lines.add(at + "%s here, %s published".formatted(own.type(), published.type()));
    }
    if (!own.words().equals(published.words())) {
      lines.add(at + "the words are " + words(own) + " here, " + words(published) + " published");
    }
  }

  private static String words(Field field) {
    return field.words().isEmpty()
        ? "free"
        : field.words().size() > MANY ? "many" : String.join(" ", field.words());
  }

  private void sameDuty(String at, Field published, Field own) {
    if (own.required() != published.required()) {
      lines.add(at + (own.required() ? "required here" : "required there"));
    }
  }
}
