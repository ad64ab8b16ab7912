package dev.slipway.proof.crashloop;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.Task;
import dev.slipway.proof.live.Tenant;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Everything that the store holds at one moment.
///
/// @param tasks of each account, in order of their numbers
record Rows(
    Map<Tenant, List<Task>> tasks,
    List<Resource<SubscriptionSpec>> subscriptions,
    List<Resource<DatabaseSpec>> databases) {
  /// All rows of these accounts.
  static Rows of(Store store, List<Tenant> tenants) {
    return store.read(
        tx -> {
          Map<Tenant, List<Task>> tasks = new LinkedHashMap<>();
          List<Resource<SubscriptionSpec>> subscriptions = new ArrayList<>();
          List<Resource<DatabaseSpec>> databases = new ArrayList<>();
          for (Tenant tenant : tenants) {
            tasks.put(tenant, tasks(tx, tenant));
            subscriptions.addAll(tx.subscriptions().of(tenant.id()));
            databases.addAll(tx.databases().of(tenant.id()));
          }
          return new Rows(tasks, subscriptions, databases);
        });
  }

  private static List<Task> tasks(Tx tx, Tenant tenant) {
    return tx.tasks().recent(tenant.id(), Instant.EPOCH, Integer.MAX_VALUE).stream()
        .sorted(Comparator.comparingLong(Task::number))
        .toList();
  }

  /// What is still on its way; empty when everything has come to rest.
  static List<String> unsettled(Store store, List<Tenant> tenants) {
    return store.read(tx -> tenants.stream().flatMap(tenant -> unsettled(tx, tenant)).toList());
  }

  private static Stream<String> unsettled(Tx tx, Tenant tenant) {
    Stream<Resource<?>> resources =
        Stream.concat(
            tx.subscriptions().of(tenant.id()).stream(), tx.databases().of(tenant.id()).stream());
    return Stream.concat(
        tx.tasks().head(tenant.id()).stream().map(task -> "task " + task.id()),
        resources
            .filter(row -> row.status().changing() || waitsForFailover(row))
            .map(row -> row.ref() + " " + row.status() + " " + row.trouble()));
  }

  private static boolean waitsForFailover(Resource<?> row) {
    return row.spec() instanceof DatabaseSpec database && database.failoverAsked();
  }

  /// The resources that settled in another status than active.
  Stream<Resource<?>> broken() {
    Stream<Resource<?>> all = Stream.concat(subscriptions.stream(), databases.stream());
    return all.filter(row -> !(row.status() instanceof Status.Active));
  }
}
