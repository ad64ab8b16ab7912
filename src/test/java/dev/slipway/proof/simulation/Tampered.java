package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.store.Accounts;
import dev.slipway.store.Ids;
import dev.slipway.store.Lanes;
import dev.slipway.store.Ports;
import dev.slipway.store.Resources;
import dev.slipway.store.Store;
import dev.slipway.store.Tasks;
import dev.slipway.store.Tx;
import dev.slipway.store.Work;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A transaction's view of the tables of which one was exchanged for a broken one.
record Tampered(
    Accounts accounts,
    Lanes lanes,
    Tasks tasks,
    Resources<SubscriptionSpec> subscriptions,
    Resources<DatabaseSpec> databases,
    Work work,
    Ports ports,
    Ids ids)
    implements Tx {
  static Tampered of(Tx tx) {
    return new Tampered(
        tx.accounts(),
        tx.lanes(),
        tx.tasks(),
        tx.subscriptions(),
        tx.databases(),
        tx.work(),
        tx.ports(),
        tx.ids());
  }

  Tampered withLanes(Lanes broken) {
    return new Tampered(accounts, broken, tasks, subscriptions, databases, work, ports, ids);
  }

  Tampered withTasks(Tasks broken) {
    return new Tampered(accounts, lanes, broken, subscriptions, databases, work, ports, ids);
  }

  Tampered withPorts(Ports broken) {
    return new Tampered(accounts, lanes, tasks, subscriptions, databases, work, broken, ids);
  }

  /// A store whose every transaction is tampered with.
  static UnaryOperator<Store> store(UnaryOperator<Tampered> tampering) {
    return store -> new TamperedStore(store, tampering);
  }

  private record TamperedStore(Store store, UnaryOperator<Tampered> tampering) implements Store {
    @Override
    public <T> T read(Function<Tx, T> work) {
      return store.read(tx -> work.apply(tampering.apply(of(tx))));
    }

    @Override
    public <T> T write(Function<Tx, T> work) {
      return store.write(tx -> work.apply(tampering.apply(of(tx))));
    }

    @Override
    public <T> T note(Function<Tx, T> work) {
      return store.note(tx -> work.apply(tampering.apply(of(tx))));
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
