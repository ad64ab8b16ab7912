package dev.slipway.refusal;

import dev.slipway.api.Client.Reply;
import dev.slipway.refusal.Row.Refusal;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Compares an answer with the refusal that a row expects; empty where they agree.
final class Verdict {
  /// Where a fault is no field's.
  private static final List<String> WHOLE = List.of("");

  private Verdict() {}

  static String ofTask(JsonNode task, Refusal expected) {
    JsonNode error = task.at("/response/error");
    String status = error.path("status").asString("");
    String type = error.path("type").asString("");
    String sentence = error.path("description").asString("");
    boolean right =
        status.startsWith(expected.status() + " ")
            && type.equals(expected.type())
            && sentence.contains(expected.names());
    return right ? "" : "the task is " + task;
  }

  static String atOnce(Reply reply, Refusal expected) {
    if (reply.status() != expected.status()) {
      return "the answer is " + reply.status() + " " + reply.http().body();
    }
    JsonNode frame = reply.json();
    String sentence = frame.path("message").asString("");
    boolean right = expected.type().isEmpty() || sentence.startsWith(expected.type() + ": ");
    List<String> fields = fields(frame);
    boolean named =
        fields.equals(WHOLE)
            ? sentence.contains(expected.names())
            : fields.equals(List.of(expected.names()));
    return right && named ? "" : "the answer is " + frame;
  }

  private static List<String> fields(JsonNode frame) {
    if (!frame.has("faults")) {
      return WHOLE;
    }
    return StreamSupport.stream(frame.get("faults").spliterator(), false)
        .map(fault -> fault.path("field").asString(""))
        .toList();
  }
}
