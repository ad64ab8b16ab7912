package dev.slipway.model;

/// The account that a request speaks for; every row belongs to one.
public record AccountId(int value) {
  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
