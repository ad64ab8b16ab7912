package dev.slipway.store;

import dev.slipway.model.AccountId;
import dev.slipway.model.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The system logs, one an account.
public interface Events {
  /// Adds a line. Its originator is the user whose key has the name that it carries; the event's
  /// own stands in where there is none any more. Lines further back than 100,000 tasks go.
  void add(AccountId account, Event event);

  /// Lines of an account, the newest first.
  ///
  /// @param from earliest time, inclusive
  /// @param to latest time, inclusive
  /// @param resourceId only those of this resource; null for all
  List<Event> of(
      AccountId account,
      Instant from,
      Instant to,
      @Nullable Integer resourceId,
      int offset,
      int limit);
}
