package dev.slipway.proof.simulation;

import dev.slipway.model.AccountId;
import dev.slipway.model.Command;
import dev.slipway.model.CreateDatabase;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DeleteDatabase;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.Persistence;
import dev.slipway.model.Resource;
import dev.slipway.model.UpdateDatabase;
import dev.slipway.model.UpdateSubscription;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Makes up what clients ask for. Most of it is sensible; some names a resource that is not there
/// or another account's.
final class Requests {
  private static final int UNKNOWN_ID = 9_999_999;
  private final Chance chance;
  private final AccessRequests access;
  private int made;

  Requests(Chance chance) {
    this.chance = chance;
    this.access = new AccessRequests(chance);
  }

  /// A request of this account, which knows these rows.
  Command next(AccountId account, Rows rows) {
    made++;
    Rows.Of own = chance.oneIn(12) ? anyone(rows) : rows.of(account);
    List<Integer> subscriptions = List.copyOf(own.subscriptions().keySet());
    if (subscriptions.isEmpty() || chance.oneIn(4)) {
      return createSubscription();
    }
    int subscription = chance.oneIn(25) ? UNKNOWN_ID : chance.of(subscriptions);
    List<Resource<DatabaseSpec>> databases = List.copyOf(own.databases().values());
    if (!databases.isEmpty() && chance.oneIn(4)) {
      return access.next(databases);
    }
    if (databases.isEmpty() || chance.oneIn(3)) {
      return inSubscription(subscription, own);
    }
    return toDatabase(chance.of(databases));
  }

  /// A request of somebody who wants to have nothing any more.
  Command goodbye(Rows.Of own) {
    List<Resource<DatabaseSpec>> databases = List.copyOf(own.databases().values());
    if (!databases.isEmpty() && !chance.oneIn(4)) {
      var database = chance.of(databases);
      return new DeleteDatabase(Objects.requireNonNull(database.parent()), database.id());
    }
    List<Integer> subscriptions = List.copyOf(own.subscriptions().keySet());
    return new DeleteSubscription(subscriptions.isEmpty() ? UNKNOWN_ID : chance.of(subscriptions));
  }

  private Rows.Of anyone(Rows rows) {
    return rows.accounts().isEmpty()
        ? Rows.Of.NONE
        : chance.of(List.copyOf(rows.accounts().values()));
  }

  private Command createSubscription() {
    List<CreateSubscription.Planned> plan =
        IntStream.rangeClosed(1, chance.between(1, 2))
            .mapToObj(
                i -> new CreateSubscription.Planned(database("plan" + i), chance.between(1, 2)))
            .toList();
    return new CreateSubscription(
        Specs.subscription("subscription-" + made, made % 256), plan, chance.oneIn(12));
  }

  private Command inSubscription(int subscription, Rows.Of own) {
    return switch (chance.below(6)) {
      case 0 -> new DeleteSubscription(subscription);
      case 1 -> new UpdateSubscription(subscription, "renamed-" + made, null, null, null);
      case 2 ->
          own.databasesOf(subscription)
              .findAny()
              .<Command>map(database -> toDatabase(database))
              .orElseGet(() -> new DeleteSubscription(subscription));
      default ->
          new CreateDatabase(subscription, database("db" + chance.below(4)), chance.oneIn(12));
    };
  }

  private Command toDatabase(Resource<DatabaseSpec> database) {
    Integer parent = database.parent();
    int subscription = parent == null || chance.oneIn(25) ? UNKNOWN_ID : parent;
    return chance.oneIn(2)
        ? new DeleteDatabase(subscription, database.id())
        : new UpdateDatabase(
            subscription,
            database.id(),
            Specs.change(
                chance.oneIn(3) ? size() : null,
                chance.oneIn(3) ? chance.oneIn(3) : null,
                chance.oneIn(3) ? chance.of(List.of(Persistence.values())) : null,
                chance.oneIn(2) ? Specs.password("changed" + made) : null),
            chance.oneIn(12));
  }

  private DatabaseSpec database(String name) {
    int port = chance.oneIn(8) ? chance.between(Host.FIRST_PORT, Host.LAST_PORT) : 0;
    return Specs.database(
        name, size(), chance.oneIn(2), chance.of(List.of(Persistence.values())), port);
  }

  /// Now and then so large that the subscription must grow.
  private double size() {
    return chance.oneIn(5) ? 12 : chance.between(1, 10) / 10.0;
  }
}
