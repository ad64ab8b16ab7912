package dev.slipway.model;

import java.util.UUID;

/// The public name of a task.
public record TaskId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
