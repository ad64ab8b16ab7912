package dev.slipway.model;

/// Take a database down with its data.
public record DeleteDatabase(int subscriptionId, int databaseId) implements Command {}
