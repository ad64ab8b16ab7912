package dev.slipway.proof.live;

import dev.slipway.model.AccountId;

/// An account of the program under proof, and the keys of its owner, in clear.
public record Tenant(AccountId id, String accountKey, String userKey) {
  /// Not the keys.
  @Override
  public String toString() {
    return "account " + id;
  }
}
