package dev.slipway.proof.simulation;

import dev.slipway.model.AccountId;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every row that the invariants speak of, as it was after some step.
///
/// @param portsUsed how many ports are reserved
record Rows(Map<AccountId, Of> accounts, int portsUsed) {
  /// The rows of one account, each kind in the order in which they came.
  record Of(
      Map<TaskId, Task> tasks,
      Map<Integer, Resource<SubscriptionSpec>> subscriptions,
      Map<Integer, Resource<DatabaseSpec>> databases) {
    static final Of NONE = new Of(Map.of(), Map.of(), Map.of());

    /// Subscriptions and databases.
    Stream<Resource<?>> resources() {
      return Stream.concat(subscriptions.values().stream(), databases.values().stream());
    }

    /// Databases of one subscription.
    Stream<Resource<DatabaseSpec>> databasesOf(int subscription) {
      return databases.values().stream()
          .filter(database -> Integer.valueOf(subscription).equals(database.parent()));
    }

    @Nullable Resource<?> resource(Ref ref) {
      return switch (ref.kind()) {
        case SUBSCRIPTION -> subscriptions.get(ref.id());
        case DATABASE -> databases.get(ref.id());
        // No client asks for these.
        case REDIS_RULE,
            ACL_ROLE,
            ACL_USER,
            CLOUD_ACCOUNT,
            VPC_PEERING,
            PSC_SERVICE,
            PSC_ENDPOINT,
            TRANSIT_GATEWAY,
            TGW_ATTACHMENT,
            PRIVATE_LINK,
            LINK_PRINCIPAL ->
            null;
      };
    }

    private static Of all(Tx tx, AccountId account) {
      return new Of(
          byKey(tx.tasks().recent(account, Instant.EPOCH, Integer.MAX_VALUE), Task::id),
          byKey(tx.subscriptions().of(account), Resource::id),
          byKey(tx.databases().of(account), Resource::id));
    }

    private static <K, R> Map<K, R> byKey(List<R> rows, Function<R, K> key) {
      return rows.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    Of with(Changes.OfTask change) {
      return new Of(with(tasks, change.id(), change.now()), subscriptions, databases);
    }

    Of with(Changes.OfResource change) {
      int id = change.ref().id();
      Resource<?> now = change.now();
      return switch (change.ref().kind()) {
        case SUBSCRIPTION -> {
          var row = now == null ? null : now.as((SubscriptionSpec) now.spec());
          yield new Of(tasks, with(subscriptions, id, row), databases);
        }
        case DATABASE -> {
          var row = now == null ? null : now.as((DatabaseSpec) now.spec());
          yield new Of(tasks, subscriptions, with(databases, id, row));
        }
        case REDIS_RULE,
            ACL_ROLE,
            ACL_USER,
            CLOUD_ACCOUNT,
            VPC_PEERING,
            PSC_SERVICE,
            PSC_ENDPOINT,
            TRANSIT_GATEWAY,
            TGW_ATTACHMENT,
            PRIVATE_LINK,
            LINK_PRINCIPAL ->
            this;
      };
    }

    private static <K, R> Map<K, R> with(Map<K, R> rows, K key, @Nullable R now) {
      Map<K, R> next = new LinkedHashMap<>(rows);
      if (now == null) {
        next.remove(key);
      } else {
        next.put(key, now);
      }
      return next;
    }
  }

  /// Before these accounts have anything.
  static Rows none(List<AccountId> accounts) {
    Map<AccountId, Of> none = new LinkedHashMap<>();
    accounts.forEach(account -> none.put(account, Of.NONE));
    return new Rows(none, 0);
  }

  /// All rows of these accounts.
  static Rows all(Tx tx, Set<AccountId> accounts) {
    Map<AccountId, Of> all = new LinkedHashMap<>();
    accounts.forEach(account -> all.put(account, Of.all(tx, account)));
    return new Rows(all, tx.ports().usedIn(Host.FIRST_PORT, Host.LAST_PORT));
  }

  /// These rows after one more step.
  Rows with(Changes changes) {
    Map<AccountId, Of> next = new LinkedHashMap<>(accounts);
    changes.tasks().forEach(c -> next.put(c.account(), of(next, c.account()).with(c)));
    changes.resources().forEach(c -> next.put(c.account(), of(next, c.account()).with(c)));
    return new Rows(next, changes.portsUsed());
  }

  /// The rows of one account; none if there is no such account.
  Of of(AccountId account) {
    return of(accounts, account);
  }

  private static Of of(Map<AccountId, Of> accounts, AccountId account) {
    return accounts.getOrDefault(account, Of.NONE);
  }

  /// Whether anybody has this database.
  boolean hasDatabase(int id) {
    return accounts.values().stream().anyMatch(of -> of.databases().containsKey(id));
  }

  /// All databases, whoever has them.
  Stream<Resource<DatabaseSpec>> databases() {
    return accounts.values().stream().flatMap(of -> of.databases().values().stream());
  }

  /// All tasks, whoever has them.
  Stream<Task> tasks() {
    return accounts.values().stream().flatMap(of -> of.tasks().values().stream());
  }

  /// All resources, whoever has them.
  Stream<Resource<?>> resources() {
    return accounts.values().stream().flatMap(Of::resources);
  }
}
