package dev.slipway.proof.simulation;

import dev.slipway.model.Task;
import dev.slipway.model.Unwritten;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything that can be seen after one step, and the rows before it.
///
/// @param upSince when the living program started
/// @param ready whether it says that it has looked at all that was left to it
/// @param unwritten what it lays over the rows of databases when it shows them
/// @param storeBackAt until when the store could not be written last
/// @param processed the task that the step processed; null if it did something else
record Moment(
    Rows before,
    Rows now,
    Changes changes,
    World world,
    Ledger ledger,
    Instant at,
    Instant upSince,
    boolean ready,
    Unwritten unwritten,
    Instant storeBackAt,
    @Nullable Task processed) {}
