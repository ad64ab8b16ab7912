package dev.slipway.api.database;

/// A database as the API shows it: in one region, or in several.
public sealed interface ShownDatabase permits DatabaseView, CrdbView {}
