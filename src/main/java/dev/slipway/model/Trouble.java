package dev.slipway.model;

/// A failed look or action.
///
/// @param lasting whether another try cannot help
public record Trouble(Problem problem, boolean lasting) {}
