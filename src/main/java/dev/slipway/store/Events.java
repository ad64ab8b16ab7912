package dev.slipway.store;

import dev.slipway.model.AccountId;
import dev.slipway.model.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The system logs, one an account.
public interface Events {
  /// One line.
  ///
  /// @param number from 1, in the order in which lines are added to a log
  record Line(long number, Event event) {}

  /// Adds a line. Its originator is the user whose key has the name that it carries; the event's
  /// own stands in where there is none any more. Of more than 100,000 lines the oldest go.
  void add(AccountId account, Event event);

  /// Lines of an account, the newest first.
  ///
  /// @param from earliest time, inclusive
  /// @param to latest time, inclusive
  /// @param resourceId only those of this resource; null for all
  List<Line> of(
      AccountId account,
      Instant from,
      Instant to,
      @Nullable Integer resourceId,
      int offset,
      int limit);
}
