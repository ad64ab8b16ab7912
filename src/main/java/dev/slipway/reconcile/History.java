package dev.slipway.reconcile;

import dev.slipway.model.Trouble;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What was tried, in durations: a plan has no clock.
///
/// @param sinceWanted how long this program has known the present wish: what passed while none ran
///   is nobody's fault
/// @param sinceStatus age of the present status
/// @param tried whether something was done for it, with or without success
/// @param started whether a start was among it
/// @param failures how often in a row looks and actions failed
/// @param trouble what went wrong last, or null
/// @param flushed whether its data was removed since the present wish is known
public record History(
    Duration sinceWanted,
    Duration sinceStatus,
    boolean tried,
    boolean started,
    int failures,
    @Nullable Trouble trouble,
    boolean flushed) {}
