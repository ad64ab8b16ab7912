package dev.slipway.model;

import java.time.Instant;

/// Why an action is not tried again yet. It is part of the row, since a suspicion makes a resource
/// due at once: what died as soon as it was started is looked at then, and started no earlier.
///
/// @param action the action that was tried in vain, in the platform's word for it
/// @param until when it may be tried again
public record Pause(String action, Instant until) {}
