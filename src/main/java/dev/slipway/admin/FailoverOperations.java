package dev.slipway.admin;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.AccountId;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.time.InstantSource;
import java.util.List;

/// The operations that have the second Redis of a database take over while the first lives, as
/// before work on what the first runs on.
///
/// @param due rung when there is something to reconcile
record FailoverOperations(Store store, InstantSource time, Runnable due) {
  private static final String ONE = AccountOperations.ONE + "/databases/{databaseId}/failover";

  List<Operation> operations() {
    return List.of(
        Operation.get(ONE, "getFailover", "Tells whether a failover is waiting")
            .shows(FailoverView.class, this::one),
        Operation.post(ONE, "orderFailover", "Has the replica of a database take over")
            .shows(FailoverView.class, this::order));
  }

  private Answer one(Call call) {
    return Answer.ok(FailoverView.of(store.read(tx -> database(tx, call))));
  }

  private Answer order(Call call) {
    FailoverView view =
        store.write(
            tx -> {
              Resource<DatabaseSpec> database = database(tx, call);
              return FailoverView.of(database.as(FailoverOrder.give(tx, database, time.instant())));
            });
    due.run();
    return Answer.accepted(view, List.of());
  }

  private static Resource<DatabaseSpec> database(Tx tx, Call call) {
    AccountId account = Tenants.account(tx, call).id();
    int id = call.number("databaseId");
    return tx.databases()
        .find(account, id)
        .orElseThrow(
            () -> Refusal.of(404, "The account " + account + " has no database " + id + "."));
  }
}
