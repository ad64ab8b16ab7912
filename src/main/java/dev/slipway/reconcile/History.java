package dev.slipway.reconcile;

import dev.slipway.model.Trouble;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What was tried, in durations: a plan has no clock.
///
/// @param sinceWanted age of the present wish
/// @param sinceStatus age of the present status
/// @param failures how often in a row looks and actions failed
/// @param trouble what went wrong last, or null
public record History(
    Duration sinceWanted, Duration sinceStatus, int failures, @Nullable Trouble trouble) {}
