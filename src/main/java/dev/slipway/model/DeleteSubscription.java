package dev.slipway.model;

/// Take a subscription down; it must have no database.
public record DeleteSubscription(int subscriptionId) implements Command {}
