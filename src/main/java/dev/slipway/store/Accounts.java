package dev.slipway.store;

import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.AccountUser;
import dev.slipway.model.Caller;
import dev.slipway.model.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Accounts, their users and their keys. Only SHA-256 hashes of keys, in hex, are kept.
public interface Accounts {
  /// Adds an account with the SHA-256 of its account key.
  void add(Account account, String accountKeyHash);

  /// Adds a user and returns its id.
  int addUser(AccountId account, String name, String email, Role role, Instant now);

  /// Adds a user key.
  void addKey(
      AccountId account,
      int userId,
      String name,
      String hash,
      List<String> allowedSources,
      Instant now);

  /// Replaces the account key.
  void replaceAccountKey(AccountId account, String hash);

  /// All accounts, oldest first.
  List<Account> all();

  /// The owner that was made with the account.
  Optional<Integer> firstOwner(AccountId account);

  /// Whose keys these are; empty when either is unknown or they are of different accounts.
  Optional<Caller> caller(String accountKeyHash, String userKeyHash);

  /// The users of an account, by id.
  List<AccountUser> users(AccountId account);

  /// Changes a user's name and role.
  void changeUser(int userId, String name, Role role);

  /// Removes a user and every key of his.
  void removeUser(int userId);

  /// Removes every user key of a user.
  void removeKeys(int userId);

  /// Makes this the one token of the admin side.
  void replaceAdminToken(String hash);
}
