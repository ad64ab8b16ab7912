package dev.slipway.proof.simulation;

import dev.slipway.model.Command;
import dev.slipway.store.CommandText;
import dev.slipway.store.Store;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.store.Tx;
import java.io.IOException;
import java.util.function.Function;

/// A store whose disk is full for a while: reads go on, and no write leaves anything behind
/// (architecture 5b).
final class UnreliableStore implements Store {
  private final Store store;
  private final VirtualClock clock;
  private final Weather weather;
  private final Marks marks;
  private final Trace trace;

  UnreliableStore(Store store, VirtualClock clock, Weather weather, Marks marks, Trace trace) {
    this.store = store;
    this.clock = clock;
    this.weather = weather;
    this.marks = marks;
    this.trace = trace;
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    return store.read(work);
  }

  @Override
  public <T> T write(Function<Tx, T> work) {
    demandRoom();
    return store.write(work);
  }

  @Override
  public <T> T note(Function<Tx, T> work) {
    demandRoom();
    return store.note(work);
  }

  @Override
  public CommandText text(Command command) {
    return store.text(command);
  }

  private void demandRoom() {
    if (clock.instant().isBefore(weather.storeFullUntil())) {
      trace.add(() -> "  the store is unavailable");
      marks.add(Mark.STORE_UNAVAILABLE);
      throw new StoreUnavailable("the disk of the store is full", new IOException("no space left"));
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
