package dev.slipway.model;

/// That what was asked about has never happened: an empty answer.
public record NothingYet() implements Finding {}
