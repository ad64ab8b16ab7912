package dev.slipway.proof.live;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the API answered.
///
/// @param text the body as it came
public record Reply(int status, String text) {
  /// The body; a missing node when there is none.
  public JsonNode json() {
    return JsonMapper.shared().readTree(text);
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
