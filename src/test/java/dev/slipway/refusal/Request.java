package dev.slipway.refusal;

import dev.slipway.api.Client;
import dev.slipway.api.Client.Reply;
import dev.slipway.api.http.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a row sends. A number in the path that it does not say is that of the first of its kind.
record Request(String method, String target, String body) {
  /// Half a character can only be sent as an escape.
  private static final JsonMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)}");

  /// @param kept what stands for a name in a path
  static Request of(Operation operation, Row row, Map<String, String> kept) {
    List<Change> changes = Stream.concat(row.good().stream(), row.changes().stream()).toList();
    String query =
        changes.stream()
            .filter(Change::ofQuery)
            .map(change -> change.target() + "=" + encoded(change.value()))
            .collect(Collectors.joining("&"));
    return new Request(
        operation.method(),
        "/v1" + path(operation.path(), changes, kept) + query,
        body(changes.stream().filter(Change::ofBody).toList()));
  }

  Reply send(Client client) {
    return client.send(method, target, body);
  }

  private static String path(String template, List<Change> changes, Map<String, String> kept) {
    return PARAMETER
        .matcher(template)
        .replaceAll(
            match ->
                changes.stream()
                    .filter(change -> change.target().equals(match.group()))
                    .map(Change::value)
                    .map(value -> encoded(kept.getOrDefault(value, value)))
                    .reduce((_, last) -> last)
                    .orElse(Integer.toString(Stage.FIRST)));
  }

  private static String body(List<Change> changes) {
    if (changes.isEmpty()) {
      return "";
    }
    JsonNode body = JsonNodeFactory.instance.objectNode();
    for (Change change : changes) {
      body = change.in(body);
    }
    return ASCII.writeValueAsString(body);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
