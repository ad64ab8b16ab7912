package dev.slipway.refusal;

import java.util.List;

/// One line of the table: a request that is refused for one reason.
///
/// @param line its number in the file, from 1
/// @param operation its operationId
/// @param good the request that the operation accepts, and which the row changes
/// @param scene the state before
/// @param changes what makes the request a bad one
/// @param expected the refusal
public record Row(
    int line,
    String operation,
    List<Change> good,
    Scene scene,
    List<Change> changes,
    Refusal expected) {
  /// How it is refused.
  ///
  /// @param inTask whether a task ends with it, or the request itself does
  /// @param type an error type, or empty where the API knows none
  /// @param names a part of the sentence; for a fault of a body the whole name of the field
  public record Refusal(boolean inTask, int status, String type, String names) {}

  @Override
  public String toString() {
    return "line %s: %s %s refused with %s %s naming %s"
        .formatted(line, operation, changes, expected.status(), expected.type(), expected.names());
  }
}
