package dev.slipway.model;

/// Change a database.
///
/// @param dryRun check everything and price it, change nothing
public record UpdateDatabase(
    int subscriptionId, int databaseId, DatabaseChange change, boolean dryRun) implements Command {}
