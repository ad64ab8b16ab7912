package dev.slipway.api.task;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.json.Json;
import dev.slipway.model.AccountId;
import dev.slipway.store.Answers.Earlier;
import dev.slipway.store.Store;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.store.Tasks.Idempotency;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.util.RawValue;

/// Gives a repeated write that is done at once its first answer again. What a task was made for is
/// known by the task itself.
///
/// A refusal is not kept: nothing was done, and the next try may go better. When the server dies
/// between a write and its answer, or cannot keep the answer, the write is done again after a
/// minute, as one that was never answered.
public final class FirstAnswers {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Store store;
  private final InstantSource time;

  /// In these rows.
  public FirstAnswers(Store store, InstantSource time) {
    this.store = store;
    this.time = time;
  }

  Answer once(AccountId account, Idempotency key, Supplier<Answer> work) {
    Instant now = time.instant();
    Optional<Earlier> earlier =
        store.write(tx -> tx.answers().begin(account, key, now, now.minus(LONGEST)));
    return earlier.isPresent() ? again(earlier.get(), key) : first(account, key, work);
  }

  private Answer first(AccountId account, Idempotency key, Supplier<Answer> work) {
    Answer answer = done(account, key, work);
    String body = new String(Json.bytes(answer.body()), StandardCharsets.UTF_8);
    store.write(
        tx -> {
          tx.answers().keep(account, key, answer.status(), body);
          return true;
        });
    return answer;
  }

  private Answer done(AccountId account, Idempotency key, Supplier<Answer> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      forget(account, key, failure);
      throw failure;
    }
  }

  private void forget(AccountId account, Idempotency key, RuntimeException failure) {
    try {
      store.write(
          tx -> {
            tx.answers().forget(account, key);
            return true;
          });
    } catch (StoreUnavailable e) {
      failure.addSuppressed(e); // it is abandoned after a minute
    }
  }

  private static Answer again(Earlier earlier, Idempotency key) {
    if (!earlier.bodyHash().equals(key.bodyHash())) {
      throw Refusal.of(422, "The Idempotency-Key was used for another body; take a new one.");
    }
    if (earlier.body() == null) {
      throw Refusal.later(
          409,
          "The first request with this Idempotency-Key is not answered yet; repeat it then.",
          Duration.ofSeconds(1));
    }
    return new Answer(earlier.status(), List.of(Submission.REPLAYED), new RawValue(earlier.body()));
  }
}
