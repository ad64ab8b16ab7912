package dev.slipway.platform.process;

import java.util.List;

/// One answer of a Redis.
sealed interface Reply {
  /// A line or a block of text.
  record Text(String value) implements Reply {}

  /// A whole number.
  record Whole(long value) implements Reply {}

  /// Several answers in one.
  record Many(List<Reply> items) implements Reply {}

  /// Null.
  record Nothing() implements Reply {}

  /// Redis says no.
  record Refusal(String message) implements Reply {}

  /// The text of this answer.
  ///
  /// @throws RedisRefusal when Redis said no
  default String text() throws RedisRefusal {
    return switch (this) {
      case Text(String value) -> value;
      case Whole(long value) -> Long.toString(value);
      case Nothing() -> "";
      case Many(List<Reply> items) -> items.toString();
      case Refusal(String message) -> throw new RedisRefusal(message);
    };
  }

  /// The parts of this answer; none when it is a single one.
  ///
  /// @throws RedisRefusal when Redis said no
  default List<Reply> items() throws RedisRefusal {
    return switch (this) {
      case Many(List<Reply> items) -> items;
      case Refusal(String message) -> throw new RedisRefusal(message);
      case Text _, Whole _, Nothing _ -> List.of();
    };
  }
}
