package dev.slipway.proof.simulation;

import dev.slipway.model.AccountId;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.Task;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every row that the invariants speak of, from one snapshot.
///
/// @param portsUsed how many ports are reserved
record Rows(Map<AccountId, Of> accounts, int portsUsed) {
  /// Before there is anything.
  static final Rows NONE = new Rows(Map.of(), 0);

  /// The rows of one account.
  ///
  /// @param tasks in order of acceptance
  record Of(
      List<Task> tasks,
      Map<Integer, Resource<SubscriptionSpec>> subscriptions,
      Map<Integer, Resource<DatabaseSpec>> databases) {
    static final Of NONE = new Of(List.of(), Map.of(), Map.of());

    /// Subscriptions and databases.
    Stream<Resource<?>> resources() {
      return Stream.concat(subscriptions.values().stream(), databases.values().stream());
    }

    /// Databases of one subscription.
    Stream<Resource<DatabaseSpec>> databasesOf(int subscription) {
      return databases.values().stream()
          .filter(database -> Integer.valueOf(subscription).equals(database.parent()));
    }
  }

  /// Reads the rows of these accounts; what cannot have changed is taken over as it was.
  Rows next(WatchedStore store, List<AccountId> of) {
    boolean readTasks = store.tasksChanged();
    boolean readResources = store.resourcesChanged();
    if (!readTasks && !readResources) {
      return this;
    }
    return store.read(
        tx ->
            new Rows(
                of.stream()
                    .collect(
                        Collectors.toMap(
                            Function.identity(),
                            account -> next(tx, account, readTasks, readResources))),
                readResources ? tx.ports().usedIn(Host.FIRST_PORT, Host.LAST_PORT) : portsUsed));
  }

  private Of next(Tx tx, AccountId account, boolean readTasks, boolean readResources) {
    Of before = of(account);
    return new Of(
        readTasks ? tasks(tx, account) : before.tasks(),
        readResources ? byId(tx.subscriptions().of(account)) : before.subscriptions(),
        readResources ? byId(tx.databases().of(account)) : before.databases());
  }

  private static List<Task> tasks(Tx tx, AccountId account) {
    return tx.tasks().recent(account, Instant.EPOCH, Integer.MAX_VALUE).stream()
        .sorted(Comparator.comparingLong(Task::number))
        .toList();
  }

  private static <R extends Resource<?>> Map<Integer, R> byId(List<R> resources) {
    Map<Integer, R> byId = new TreeMap<>();
    resources.forEach(resource -> byId.put(resource.id(), resource));
    return byId;
  }

  /// The rows of one account; none if there is no such account.
  Of of(AccountId account) {
    return accounts.getOrDefault(account, Of.NONE);
  }

  /// All databases, whoever has them.
  Stream<Resource<DatabaseSpec>> databases() {
    return accounts.values().stream().flatMap(of -> of.databases().values().stream());
  }

  /// All tasks, whoever has them.
  Stream<Task> tasks() {
    return accounts.values().stream().flatMap(of -> of.tasks().stream());
  }

  /// All resources, whoever has them.
  Stream<Resource<?>> resources() {
    return accounts.values().stream().flatMap(Of::resources);
  }
}
