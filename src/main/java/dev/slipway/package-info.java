/// Slipway: your own Redis cloud.
///
/// Data moves once, from left to right, and every stage leaves rows for the next:
///
/// ```
/// request -> api -> task.submit ..row.. -> task -> command ..rows.. -> reconcile -> platform -> redis-server
/// poll    -> api -> store.read
/// ```
///
/// {@link dev.slipway.Main} reads the command line, {@link dev.slipway.Server} builds every object
/// once. Kill the process at any dot: the rows say what is left to do.
@NullMarked
package dev.slipway;

import org.jspecify.annotations.NullMarked;
