package dev.slipway.store;

import dev.slipway.model.AccountId;
import dev.slipway.store.Tasks.Idempotency;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// First answers to writes that were done at once, by the keys that make a repetition known.
public interface Answers {
  /// What an earlier request with this key came to; empty when this one is the first, and it is
  /// noted then that it has begun.
  ///
  /// @param abandoned one that began before this time and has no answer will never have one
  Optional<Earlier> begin(AccountId account, Idempotency key, Instant now, Instant abandoned);

  /// Keeps the answer of a request that has begun.
  void keep(AccountId account, Idempotency key, int status, String body);

  /// Forgets a request that has begun and came to nothing.
  void forget(AccountId account, Idempotency key);

  /// Removes answers to requests that began earlier, a bounded number at a time.
  ///
  /// @return how many were removed
  int removeOlderThan(Instant begun, int limit);

  /// @param body null while the request is not answered yet
  record Earlier(String bodyHash, int status, @Nullable String body) {}
}
