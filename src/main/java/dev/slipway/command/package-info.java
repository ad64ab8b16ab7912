/// What each command does to the rows.
///
/// A worker hands a {@link dev.slipway.model.Command} to {@link dev.slipway.command.Handlers},
/// within its transaction; the one handler of the command checks its rules against the rows, then
/// writes, and the {@link dev.slipway.command.Outcome} becomes the verdict of the task in the same
/// transaction. A refused command has changed nothing. Handlers touch only rows: the world follows
/// the rows later. What a rule must know of the world as it is now, {@link
/// dev.slipway.command.Weighed} puts into the rows before the transaction.
@NullMarked
package dev.slipway.command;

import org.jspecify.annotations.NullMarked;
