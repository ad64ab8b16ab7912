package dev.slipway.task;

import dev.slipway.model.Task;

/// An accepted request.
///
/// @param replayed whether an earlier request with the same key had made the task
public record Submitted(Task task, boolean replayed) {}
