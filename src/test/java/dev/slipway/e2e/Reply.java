package dev.slipway.e2e;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came back of one request.
record Reply(HttpResponse<String> http) {
  int status() {
    return http.statusCode();
  }

  String text() {
    return http.body();
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(http.body());
  }

  /// What is at a place of the body, such as `/response/error/type`; a missing node when nothing.
  JsonNode at(String pointer) {
    return json().at(pointer);
  }

  /// The text at a place of the body; empty when there is none.
  String word(String pointer) {
    return at(pointer).asString("");
  }

  /// The status of the task or the resource.
  String state() {
    return word("/status");
  }

  @Override
  public String toString() {
    return http.request().method() + " " + http.uri() + ": " + status() + " " + text();
  }
}
