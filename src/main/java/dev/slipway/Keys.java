package dev.slipway;

import dev.slipway.cli.Credentials;
import dev.slipway.cli.CredentialsFile;
import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.Role;
import dev.slipway.model.Secret;
import dev.slipway.model.Sha256;
import dev.slipway.store.Store;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.store.Tx;
import dev.slipway.store.sql.InlineStore;
import dev.slipway.store.sql.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes the first account and its keys, and replaces keys that were lost. Keys are 256 random
/// bits; the rows hold their hashes, and `credentials.env` the keys themselves. That file is on the
/// disk before the hashes are committed, so that no key is ever good which nobody was told.
///
/// @param random a cryptographic source
record Keys(Store store, Path data, RandomGenerator random, InstantSource clock) {
  private static final String KEY_NAME = "first-user-key";

  /// Replaces the keys of a data folder, whether a server runs on it or not.
  ///
  /// @throws CannotStart when there is no account yet, or the folder cannot be used
  static void replaceIn(Path data, String url) {
    Path rows = data.resolve(DataFolder.ROWS);
    if (!Files.exists(rows)) {
      throw noAccount(data);
    }
    SecureRandom random = new SecureRandom();
    SecretBox box = new SecretBox(DataFolder.keyOf(data, random), random);
    try (Store store = InlineStore.open(rows, box, true)) {
      new Keys(store, data, random, InstantSource.system()).replace(url);
    } catch (StoreUnavailable e) {
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    }
  }

  /// Makes account, owner and keys, unless there is an account already.
  void makeFirst(String url) {
    store.write(
        tx -> {
          if (tx.accounts().all().isEmpty()) {
            addAccount(tx, url);
          }
          return true;
        });
  }

  /// Replaces the keys of the first account's owner.
  ///
  /// @throws CannotStart when there is no account yet
  void replace(String url) {
    store.write(
        tx -> {
          AccountId account =
              tx.accounts().all().stream()
                  .findFirst()
                  .map(Account::id)
                  .orElseThrow(() -> noAccount(data));
          int owner = tx.accounts().firstOwner(account).orElseThrow(() -> noAccount(data));
          Credentials credentials = mint(url);
          save(credentials);
          tx.accounts().replaceAccountKey(account, Sha256.hex(credentials.accountKey().clear()));
          tx.accounts().removeKeys(owner);
          addKeys(tx, account, owner, credentials);
          return true;
        });
  }

  /// The refusal to make keys for nobody.
  static CannotStart noAccount(Path data) {
    return new CannotStart(
        "there is no account in " + data + " yet: the first ./slipway serve makes one, with keys");
  }

  private void addAccount(Tx tx, String url) {
    Credentials credentials = mint(url);
    save(credentials);
    Instant now = clock.instant();
    AccountId id = new AccountId(tx.ids().nextAccount());
    Account account = new Account(id, "Slipway", Account.Plan.FLEXIBLE, true, now);
    tx.accounts().add(account, Sha256.hex(credentials.accountKey().clear()));
    int owner = tx.accounts().addUser(id, "Owner", "owner@slipway.invalid", Role.OWNER, now);
    addKeys(tx, id, owner, credentials);
  }

  private void addKeys(Tx tx, AccountId account, int owner, Credentials credentials) {
    tx.accounts()
        .addKey(
            account,
            owner,
            KEY_NAME,
            Sha256.hex(credentials.userKey().clear()),
            List.of("0.0.0.0/0"),
            clock.instant());
    tx.accounts().replaceAdminToken(Sha256.hex(credentials.adminToken().clear()));
  }

  private Credentials mint(String url) {
    return new Credentials(
        url, Secret.key("A", random), Secret.key("S", random), Secret.key("T", random));
  }

  private void save(Credentials credentials) {
    try {
      CredentialsFile.in(data).write(credentials);
    } catch (IOException e) {
      throw new CannotStart("the keys cannot be written (%s)".formatted(Reason.of(e)), e);
    }
  }
}
