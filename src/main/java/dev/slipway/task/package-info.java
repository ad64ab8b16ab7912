/// The lane: a durable queue an account, one task at a time, in order of acceptance.
///
/// {@link dev.slipway.task.TaskQueue#submit} writes a received task and rings; {@link
/// dev.slipway.task.TaskWorker} claims the head of each free lane, runs its command and writes the
/// verdict, the rows and the freed lane in one transaction, and rings for the reconciler. {@link
/// dev.slipway.task.PatientWorker} does not give up where this fails, {@link
/// dev.slipway.task.WorkerLoop} runs it on threads; {@link dev.slipway.task.Sweeper} removes what
/// is too old to be shown.
@NullMarked
package dev.slipway.task;

import org.jspecify.annotations.NullMarked;
