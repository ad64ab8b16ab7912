package dev.slipway.proof.fuzz;

import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// What came back.
///
/// @param headers by their names in small letters
/// @param took from the first byte sent to the last one read
record Answer(int status, Map<String, String> headers, String body, Duration took) {
  /// A header; empty when it is not there.
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /// The body; missing when it is no JSON.
  JsonNode json() {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  /// The task that it names; empty when it names none.
  String task() {
    String place = header("location");
    return place.substring(place.lastIndexOf('/') + 1);
  }

  /// Whether the server ends the connection after it.
  boolean closes() {
    return header("connection").equalsIgnoreCase("close");
  }
}
