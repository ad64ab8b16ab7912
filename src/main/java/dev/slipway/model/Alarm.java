package dev.slipway.model;

import java.time.Instant;

/// An alert of a database whose threshold is crossed.
///
/// @param alert its name, such as `dataset-size`
/// @param since when that was seen first
public record Alarm(int databaseId, String alert, Instant since) {}
