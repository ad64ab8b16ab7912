package dev.slipway.store;

import dev.slipway.model.AccountId;
import dev.slipway.model.Redirection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Redirections of endpoints.
public interface Redirections {
  /// Keeps one, in the place of an earlier form of it.
  void put(AccountId account, Redirection redirection);

  /// One of this account.
  Optional<Redirection> find(AccountId account, UUID id);

  /// Those from or to a database, the latest first.
  List<Redirection> of(AccountId account, int databaseId);
}
