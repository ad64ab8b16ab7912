package dev.slipway.proof.simulation;

import dev.slipway.model.Command;
import dev.slipway.store.CommandText;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// A store that answers a write and keeps nothing of it.
record ForgetfulStore(Store store) implements Store {
  private static final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    return store.read(work);
  }

  @Override
  public <T> T write(Function<Tx, T> work) {
    AtomicReference<T> answer = new AtomicReference<>();
    try {
      return store.write(
          tx -> {
            answer.set(work.apply(tx));
            throw new NotKept();
          });
    } catch (NotKept e) {
      return answer.get();
    }
  }

  @Override
  public <T> T note(Function<Tx, T> work) {
    return store.note(work);
  }

  @Override
  public CommandText text(Command command) {
    return store.text(command);
  }

  @Override
  public void close() {
    store.close();
  }
}
