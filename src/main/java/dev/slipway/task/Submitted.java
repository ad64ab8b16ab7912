package dev.slipway.task;

import dev.slipway.model.Task;

/// An accepted request.
///
/// @param waitingBefore tasks that waited in the lane before it
/// @param replayed whether an earlier request with the same key had made the task
public record Submitted(Task task, int waitingBefore, boolean replayed) {}
