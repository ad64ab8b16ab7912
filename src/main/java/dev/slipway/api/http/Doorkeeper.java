package dev.slipway.api.http;

import dev.slipway.model.Account;
import dev.slipway.model.Caller;
import dev.slipway.model.Cidr;
import dev.slipway.model.Sha256;
import dev.slipway.store.Store;
import java.net.InetAddress;
import java.util.Optional;

/// Tells who calls (api-rules 2.1): two keys of one account, of an account that has the API, from
/// an address that the user key may be used from.
final class Doorkeeper {
  /// Stands for every address, of either family.
  private static final String ANYWHERE = "0.0.0.0/0";

  private final Store store;

  Doorkeeper(Store store) {
    this.store = store;
  }

  /// The caller with these keys.
  ///
  /// @throws Refusal 401 when they open nothing, 403 when they may not be used like this
  Caller admit(Optional<String> accountKey, Optional<String> userKey, InetAddress source) {
    if (accountKey.isEmpty() || userKey.isEmpty()) {
      throw Refusal.of(
          401, "Send the account key as x-api-key and the user key as x-api-secret-key.");
    }
    String account = hash(accountKey.get());
    String user = hash(userKey.get());
    Caller caller =
        store
            .caller(account, user)
            .orElseThrow(
                () -> Refusal.of(401, "These two keys do not belong together, or not to anybody."));
    requireApi(caller.account());
    requireSource(caller, source);
    return caller;
  }

  private static void requireApi(Account account) {
    if (!account.plan().hasApi()) {
      throw Refusal.of(
          403,
          "The REST API is not part of the plan "
              + account.plan()
              + "; flexible and annual accounts have it.");
    }
    if (!account.apiEnabled()) {
      throw Refusal.of(
          403, "The REST API is not enabled for this account; its owner can enable it.");
    }
  }

  private static void requireSource(Caller caller, InetAddress source) {
    var address = Cidr.of(source);
    boolean allowed =
        caller.allowedSources().contains(ANYWHERE)
            || caller.allowedSources().stream()
                .anyMatch(block -> Cidr.parse(block).filter(b -> b.contains(address)).isPresent());
    if (!allowed) {
      throw Refusal.of(
          403,
          "The key " + caller.keyName() + " may not be used from " + source.getHostAddress() + ".");
    }
  }

  private static String hash(String key) {
    return Sha256.hex(key);
  }
}
