package dev.slipway.command;

import dev.slipway.model.ProblemType;
import java.util.List;

/// How many subscriptions of an account may be non-active at once (mission, "Process limitations").
/// Pending, changing and deleting ones count; those in error do not, and neither do those that wait
/// for a key: nothing is under way there but their owner's decision.
record ChangingLimit(int atMost) {
  private static final int NONE = -1;

  /// Before a new subscription. Refuses with TOO_MANY_PENDING_SUBSCRIPTIONS.
  void allowsAnother(Turn turn) {
    allows(turn, NONE);
  }

  /// Before this subscription stops being active. Refuses with TOO_MANY_PENDING_SUBSCRIPTIONS.
  void allows(Turn turn, int subscriptionId) {
    List<String> others =
        turn.tx().subscriptions().of(turn.account()).stream()
            .filter(other -> other.status().changing() && !other.spec().awaitsKey())
            .filter(other -> other.id() != subscriptionId)
            .map(other -> other.id() + turn.cause(other))
            .toList();
    if (others.size() >= atMost) {
      throw new Refused(
          ProblemType.TOO_MANY_PENDING_SUBSCRIPTIONS,
          "At most %s subscriptions may change at once, and these still do: %s."
              .formatted(atMost, String.join("; ", others)),
          "Wait until one of them is active or gone, then send the request again.");
    }
  }
}
