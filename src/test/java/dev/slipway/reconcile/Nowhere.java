package dev.slipway.reconcile;

import dev.slipway.model.Wanted;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Platform;
import java.util.function.IntConsumer;

/// Nothing runs here, and nobody should ask.
record Nowhere() implements Platform {
  @Override
  public Observed observe(int databaseId, Wanted wanted) {
    throw new IllegalStateException("nobody should look");
  }

  @Override
  public boolean ended(int databaseId) {
    throw new IllegalStateException("nobody should ask");
  }

  @Override
  public boolean free(int port) {
    throw new IllegalStateException("nobody should ask");
  }

  @Override
  public void apply(Action action, int databaseId, Wanted wanted) {
    throw new IllegalStateException("nobody should act");
  }

  @Override
  public void onSuspicion(IntConsumer look) {}
}
