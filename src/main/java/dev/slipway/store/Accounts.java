package dev.slipway.store;

import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.AccountUser;
import dev.slipway.model.Caller;
import dev.slipway.model.Role;
import dev.slipway.model.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Accounts, their users and their keys. Only SHA-256 hashes of keys, in hex, are kept.
public interface Accounts {
  /// Adds an account with the SHA-256 of its account key.
  void add(Account account, String accountKeyHash);

  /// Adds a user and returns its id.
  int addUser(AccountId account, String name, String email, Role role, Instant now);

  /// Changes an account's name and plan, and whether it has the API.
  void change(Account account);

  /// Adds a user key and returns its id.
  int addKey(
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

  /// One of them.
  Optional<Account> find(AccountId account);

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

  /// The user keys of an account, by id.
  List<UserKey> keys(AccountId account);

  /// Changes from where a key may be used.
  void allow(int keyId, List<String> sources);

  /// Removes one user key.
  void removeKey(int keyId);

  /// Whether this is the hash of the token of the admin side.
  boolean isAdminToken(String hash);

  /// Makes this the one token of the admin side.
  void replaceAdminToken(String hash);
}
