/// Tasks: a command goes into its account's lane, a task comes out as JSON.
///
/// {@link dev.slipway.api.task.Submission} hands a command over and answers with the task that it
/// became. {@link dev.slipway.api.task.TaskRoutes} shows tasks; a poll of one that is nearly done
/// may wait for it in {@link dev.slipway.api.task.Holds}.
@NullMarked
package dev.slipway.api.task;

import org.jspecify.annotations.NullMarked;
