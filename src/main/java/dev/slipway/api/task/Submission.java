package dev.slipway.api.task;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.http.Submitter;
import dev.slipway.model.Command;
import dev.slipway.model.Sha256;
import dev.slipway.store.Tasks;
import dev.slipway.task.IdempotencyConflict;
import dev.slipway.task.LaneFull;
import dev.slipway.task.Submitted;
import dev.slipway.task.TaskQueue;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Hands commands to the queue. The answer is 202 with the task as it was accepted, which is
/// durable and readable by then. 422 is for an idempotency key that was used for another body, 429
/// for a lane in which too many requests wait.
public final class Submission implements Submitter {
  private static final int LONGEST_KEY = 255;
  private static final HeaderName OPERATION_LOCATION = HeaderNames.create("Operation-Location");
  static final Header REPLAYED =
      HeaderValues.createCached(HeaderNames.create("Idempotency-Replayed"), "true");

  private final TaskQueue queue;
  private final FirstAnswers firstAnswers;

  /// Into this queue.
  public Submission(TaskQueue queue, FirstAnswers firstAnswers) {
    this.queue = queue;
    this.firstAnswers = firstAnswers;
  }

  @Override
  public Answer submit(Call call, Command command) {
    Submitted submitted;
    try {
      submitted = queue.submit(call.caller(), command, idempotency(call));
    } catch (IdempotencyConflict e) {
      throw Refusal.of(422, sentence(e));
    } catch (LaneFull e) {
      throw Refusal.later(429, sentence(e), e.retryAfter());
    }
    var view = TaskView.accepted(submitted.task(), call);
    return Answer.accepted(view, headers(view.links().getFirst().href(), submitted));
  }

  @Override
  public Answer once(Call call, Supplier<Answer> work) {
    return idempotency(call)
        .map(key -> firstAnswers.once(call.account(), key, work))
        .orElseGet(work);
  }

  private static List<Header> headers(String href, Submitted submitted) {
    var headers = new ArrayList<Header>(4);
    headers.add(HeaderValues.create(HeaderNames.LOCATION, href));
    headers.add(HeaderValues.create(OPERATION_LOCATION, href));
    headers.add(Answer.retryBehind(submitted.waitingBefore()));
    if (submitted.replayed()) {
      headers.add(REPLAYED);
    }
    return headers;
  }

  private static Optional<Tasks.Idempotency> idempotency(Call call) {
    Optional<String> key = call.header().apply("idempotency-key");
    if (key.isEmpty()) {
      return Optional.empty();
    }
    if (key.get().isBlank() || key.get().length() > LONGEST_KEY) {
      throw Refusal.of(400, "Idempotency-Key must have 1 to " + LONGEST_KEY + " characters.");
    }
    String scope = call.method() + " " + call.path();
    return Optional.of(new Tasks.Idempotency(scope, key.get(), hash(call)));
  }

  /// Of all that a request asks for besides its path.
  private static String hash(Call call) {
    String body = Sha256.hex(call.body());
    return call.query().isEmpty() ? body : Sha256.hex(body + new TreeMap<>(call.query()));
  }

  private static String sentence(RuntimeException e) {
    String text = String.valueOf(e.getMessage());
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
