package dev.slipway.store;

import dev.slipway.model.Command;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A store that works until it is told to fail.
public final class BreakableStore implements Store {
  private final Store inner;
  private volatile @Nullable RuntimeException failure;
  private volatile boolean full;

  /// Over that one.
  public BreakableStore(Store inner) {
    this.inner = inner;
  }

  /// From now on every read and write fails in this way.
  public void breakWith(RuntimeException with) {
    failure = with;
  }

  /// Whether its disk is full: reads go on.
  public void fill(boolean now) {
    full = now;
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    failIfBroken();
    return inner.read(work);
  }

  @Override
  public <T> T write(Function<Tx, T> work) {
    failIfBroken();
    failIfFull();
    return inner.write(work);
  }

  @Override
  public <T> T append(Function<Tx, T> work) {
    failIfBroken();
    failIfFull();
    return inner.append(work);
  }

  @Override
  public <T> T note(Function<Tx, T> work) {
    failIfBroken();
    failIfFull();
    return inner.note(work);
  }

  @Override
  public CommandText text(Command command) {
    return inner.text(command);
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

  private void failIfFull() {
    if (full) {
      throw new StoreUnavailable("the disk is full", new IOException("no space left"));
    }
  }
}
