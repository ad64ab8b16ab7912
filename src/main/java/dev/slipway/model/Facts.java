package dev.slipway.model;

/// What was last seen of a running database, kept beside its row so that reads never touch the
/// world.
///
/// @param engine what really runs, such as `redis 7.0.15`
/// @param usedMemory bytes
/// @param runId the server's own id, new at every start
public record Facts(String engine, long usedMemory, String runId) {}
