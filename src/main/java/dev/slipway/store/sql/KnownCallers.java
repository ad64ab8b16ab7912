package dev.slipway.store.sql;

import dev.slipway.model.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Callers whose rows were read a moment ago: to read them again with each request of a busy client
/// is a seventh of what its submits cost.
///
/// A change by this program is in force before it is answered. One by another program on the same
/// file, such as `keys new`, is in force a quarter of a second later at most.
final class KnownCallers {
  private static final int MOST = 1_000;
  private static final long TRUSTED_NANOS = 250_000_000;

  private final Map<Keys, Known> known = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();
  private final LongSupplier nanos;
  private volatile boolean touched;

  private record Keys(String account, String user) {}

  private record Known(Caller caller, long changes, long end) {}

  /// @param nanos time that passes whatever somebody sets the clock to, as `System.nanoTime` has it
  KnownCallers(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// The caller with these hashes, from memory or from the rows.
  Optional<Caller> find(
      String accountKeyHash, String userKeyHash, Supplier<Optional<Caller>> rows) {
    Keys keys = new Keys(accountKeyHash, userKeyHash);
    // Taken before the rows are read: a change meanwhile makes what was read worthless.
    long state = changes.get();
    long now = nanos.getAsLong();
    Known last = known.get(keys);
    if (last != null && last.changes == state && now - last.end < 0) {
      return Optional.of(last.caller);
    }
    Optional<Caller> caller = rows.get();
    if (caller.isPresent()) {
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(keys, new Known(caller.get(), state, now + TRUSTED_NANOS));
    }
    return caller;
  }

  /// The running transaction changes accounts, users or keys.
  void touch() {
    touched = true;
  }

  /// The running transaction was committed, and nobody knows it yet.
  void committed() {
    if (touched) {
      touched = false;
      changes.incrementAndGet();
      known.clear();
    }
  }
}
