package dev.slipway.model;

/// Make one database in a subscription.
///
/// @param dryRun check everything and price it, make nothing
public record CreateDatabase(int subscriptionId, DatabaseSpec spec, boolean dryRun)
    implements Command {}
