package dev.slipway.api.account;

import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.resource.Times;
import dev.slipway.model.Account;
import dev.slipway.model.Caller;
import java.time.Instant;
import java.util.List;

/// The account and the key that asked for it (api-rules 2.1).
record AccountView(Profile account, List<Link> links) {
  static AccountView of(Call call) {
    Caller caller = call.caller();
    Account account = caller.account();
    Instant created = Times.shown(account.createdAt());
    var profile =
        new Profile(
            account.id().value(),
            account.name(),
            created,
            created,
            "not-applicable",
            Key.of(caller, call.source()));
    return new AccountView(profile, Link.self(call));
  }

  /// @param marketplaceStatus clients expect the field; a self-hosted account has no marketplace
  record Profile(
      int id,
      String name,
      Instant createdTimestamp,
      Instant updatedTimestamp,
      String marketplaceStatus,
      Key key) {}

  /// @param httpSourceIp the address that this very request came from
  record Key(
      String name,
      int accountId,
      String accountName,
      List<String> allowedSourceIps,
      Instant createdTimestamp,
      Owner owner,
      int userAccountId,
      String httpSourceIp) {
    static Key of(Caller caller, String source) {
      return new Key(
          caller.keyName(),
          caller.account().id().value(),
          caller.account().name(),
          caller.allowedSources(),
          Times.shown(caller.keyCreatedAt()),
          new Owner(caller.userName(), caller.userEmail()),
          caller.userId(),
          source);
    }
  }

  /// The user behind the key.
  record Owner(String name, String email) {}
}
