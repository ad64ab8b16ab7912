package dev.slipway.api.description;

import dev.slipway.api.http.Download;
import dev.slipway.api.http.ErrorFrame;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Operation.Reply;
import dev.slipway.api.http.Parameter;
import dev.slipway.api.task.TaskView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The description of these operations.
final class Document {
  private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

  /// The parameters of paths that are no numbers.
  private static final Set<String> TEXTS =
      Set.of("taskId", "tagKey", "costReportId", "redirectionId");

  private static final List<Integer> FAILURES =
      List.of(400, 401, 403, 404, 409, 421, 422, 429, 500, 503);
  private static final List<Integer> FAILURES_OF_BODIES = List.of(413, 415);

  private static final Map<String, Object> FILE =
      Map.of(
          "application/octet-stream",
          Map.of("schema", Map.of("type", "string", "format", "binary")));

  private final Shapes shapes = new Shapes();

  private Document() {}

  /// The document, to be written as JSON.
  static Map<String, Object> of(List<Operation> operations, String version) {
    return new Document().describe(operations, version);
  }

  private Map<String, Object> describe(List<Operation> operations, String version) {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (Operation operation : operations) {
      String path = operation.path().equals("/") ? "/v1/" : "/v1" + operation.path();
      paths.merge(path, Map.of(verb(operation), describe(operation)), Document::both);
    }
    Object failure = shapes.of(ErrorFrame.class);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", info(version));
    document.put("servers", List.of(Map.of("url", "/")));
    document.put("security", List.of(Map.of("accountKey", List.of(), "userKey", List.of())));
    document.put("paths", paths);
    document.put(
        "components",
        Map.of(
            "schemas", shapes.named(),
            "responses", Map.of("Failure", answer("What is wrong and what to do", failure)),
            "securitySchemes",
                // The page asks for them in this order, which is another at each start in a plain
                // map.
                new TreeMap<>(
                    Map.of("accountKey", key("x-api-key"), "userKey", key("x-api-secret-key")))));
    return document;
  }

  private static Object both(Object one, Object other) {
    Map<Object, Object> both = new LinkedHashMap<>((Map<?, ?>) one);
    both.putAll((Map<?, ?>) other);
    return both;
  }

  private static Map<String, Object> info(String version) {
    return Map.of(
        "title",
        "Slipway",
        "version",
        version,
        "description",
        "Your own Redis cloud. Whatever changes something answers 202 with a task; poll it until it"
            + " is processing-completed or processing-error, then read the resource.");
  }

  private static Map<String, Object> key(String header) {
    return Map.of("type", "apiKey", "in", "header", "name", header);
  }

  private static String verb(Operation operation) {
    return operation.method().toLowerCase(Locale.ROOT);
  }

  private Map<String, Object> describe(Operation operation) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("operationId", operation.id());
    described.put("summary", operation.summary());
    described.put("tags", List.of(Family.of(operation.path()).title()));
    described.put("parameters", parameters(operation));
    if (operation.takes() != null) {
      described.put(
          "requestBody",
          Map.of(
              "required", operation.bodyDemanded(), "content", json(shapes.of(operation.takes()))));
    }
    described.put("responses", answers(operation));
    if (operation.emulated()) {
      described.put("x-slipway", Map.of("emulated", true));
    }
    return described;
  }

  private static List<Object> parameters(Operation operation) {
    List<Object> parameters = new ArrayList<>();
    var braces = IN_BRACES.matcher(operation.path());
    while (braces.find()) {
      String name = braces.group(1);
      Class<?> type = TEXTS.contains(name) ? String.class : Integer.class;
      parameters.add(
          Map.of("name", name, "in", "path", "required", true, "schema", new Shapes().of(type)));
    }
    for (Parameter parameter : operation.query()) {
      parameters.add(
          Map.of(
              "name", parameter.name(),
              "in", "query",
              "required", parameter.required(),
              "description", parameter.meaning(),
              "schema", new Shapes().of(parameter.type())));
    }
    return parameters;
  }

  private Map<String, Object> answers(Operation operation) {
    Map<String, Object> answers = new LinkedHashMap<>();
    switch (operation.reply()) {
      case Reply.Shown(Class<?> view) when view == Download.class ->
          shown(operation, answers, Map.of("description", "The file", "content", FILE));
      case Reply.Shown(Class<?> view) ->
          shown(operation, answers, answer("What was asked for", shapes.of(view)));
      case Reply.Done() -> answers.put("204", Map.of("description", "It was done"));
      case Reply.Accepted _ ->
          answers.put("202", answer("The task that was taken on", shapes.of(TaskView.class)));
    }
    Object failure = Map.of("$ref", "#/components/responses/Failure");
    FAILURES.forEach(status -> answers.put(status.toString(), failure));
    if (!operation.method().equals("GET")) { // a body is read even where none is wanted
      FAILURES_OF_BODIES.forEach(status -> answers.put(status.toString(), failure));
    }
    return answers;
  }

  private static void shown(Operation operation, Map<String, Object> answers, Object shown) {
    answers.put("200", shown);
    if (operation.method().equals("GET")) {
      answers.put("304", Map.of("description", "What If-None-Match names is still so"));
    }
  }

  private static Map<String, Object> answer(String meaning, Object schema) {
    return Map.of("description", meaning, "content", json(schema));
  }

  private static Map<String, Object> json(Object schema) {
    return Map.of("application/json", Map.of("schema", schema));
  }
}
