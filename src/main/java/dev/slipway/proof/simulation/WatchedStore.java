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

/// Knows which tables were handed out to be changed, so that the others need not be read again.
final class WatchedStore implements Store {
  private final Store store;
  private boolean tasks = true;
  private boolean resources = true;

  WatchedStore(Store store) {
    this.store = store;
  }

  /// Whether tasks may have changed since this was asked last.
  boolean tasksChanged() {
    boolean changed = tasks;
    tasks = false;
    return changed;
  }

  /// Whether resources or ports may have changed since this was asked last.
  boolean resourcesChanged() {
    boolean changed = resources;
    resources = false;
    return changed;
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    return store.read(work);
  }

  @Override
  public <T> T write(Function<Tx, T> work) {
    return store.write(tx -> work.apply(new Watched(tx)));
  }

  @Override
  public <T> T note(Function<Tx, T> work) {
    return store.note(tx -> work.apply(new Watched(tx)));
  }

  @Override
  public void close() {
    store.close();
  }

  private final class Watched implements Tx {
    private final Tx tx;

    Watched(Tx tx) {
      this.tx = tx;
    }

    @Override
    public Accounts accounts() {
      return tx.accounts();
    }

    @Override
    public Lanes lanes() {
      tasks = true;
      return tx.lanes();
    }

    @Override
    public Tasks tasks() {
      tasks = true;
      return tx.tasks();
    }

    @Override
    public Resources<SubscriptionSpec> subscriptions() {
      resources = true;
      return tx.subscriptions();
    }

    @Override
    public Resources<DatabaseSpec> databases() {
      resources = true;
      return tx.databases();
    }

    @Override
    public Work work() {
      return new WatchedWork(tx.work(), () -> resources = true);
    }

    @Override
    public Ports ports() {
      resources = true;
      return tx.ports();
    }

    @Override
    public Ids ids() {
      return tx.ids();
    }
  }
}
