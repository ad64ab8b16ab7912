package dev.slipway.api;

import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A store that works until it is told to fail.
final class BreakableStore implements Store {
  private final Store inner;
  private volatile @Nullable RuntimeException failure;

  BreakableStore(Store inner) {
    this.inner = inner;
  }

  void breakWith(RuntimeException with) {
    failure = with;
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    failIfBroken();
    return inner.read(work);
  }

  @Override
  public <T> T write(Function<Tx, T> work) {
    failIfBroken();
    return inner.write(work);
  }

  @Override
  public <T> T note(Function<Tx, T> work) {
    failIfBroken();
    return inner.note(work);
  }

  @Override
  public void close() {
    inner.close();
  }

  private void failIfBroken() {
    RuntimeException broken = failure;
    if (broken != null) {
      throw broken;
    }
  }
}
