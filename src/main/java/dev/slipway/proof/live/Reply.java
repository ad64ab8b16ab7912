package dev.slipway.proof.live;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the API answered.
public record Reply(int status, byte[] body) {
  /// The body as it came.
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /// The body; a missing node when there is none.
  public JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  /// Whether the request became a task.
  public boolean accepted() {
    return status == 202;
  }

  /// The task of an accepted request.
  public String taskId() {
    return json().path("taskId").asString();
  }

  /// The status of the task or resource that the body shows; empty when it shows none.
  public String state() {
    return json().path("status").asString("");
  }
}
