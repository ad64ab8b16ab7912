package dev.slipway.model;

/// A worker's hold on one task. Finishing needs the same version, so that a worker which slept
/// through its lease cannot finish twice.
public record Claim(Task task, String owner, long version) {}
