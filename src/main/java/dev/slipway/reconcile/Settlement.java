package dev.slipway.reconcile;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Facts;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What goes into the rows when a visit knows the status of its resource: the status itself, and
/// all that waits for it.
///
/// @param now when it is written
record Settlement(Reconciler with, Resource<?> resource, @Nullable Facts facts, Instant now) {
  /// Writes a new status.
  ///
  /// What is active rests until the next look for drift. What was, and is lost, is due again behind
  /// all that are suspected now: they are to be called lost too before anything is started.
  ///
  /// @param rests whether the resource is given back
  /// @return false when the row is not the same any more; then nothing is written
  boolean write(Tx tx, Status status, boolean rests) {
    if (!tx.work().settle(resource, with.owner(), status, facts, now)) {
      return false;
    }
    Metering.settled(tx, resource, status, with.catalogue(), now);
    Scheduling.settled(tx, resource, status, now);
    Integer parent = resource.parent();
    if (parent != null) {
      tx.work().look(Ref.subscription(parent), now);
    }
    if (resource.spec() instanceof DatabaseSpec) {
      tx.work().lookAtAccess(resource.account(), now);
    }
    if (rests) {
      boolean active = status instanceof Status.Active;
      giveBack(tx, active ? with.limits().driftLook() : Duration.ZERO);
    }
    return true;
  }

  /// The row says so already: what was seen is kept, and the next look is the one for drift.
  void confirm(Tx tx) {
    boolean tried = resource.trouble() != null || resource.attempts() > 0;
    boolean recovered = resource.status() instanceof Status.Active && tried;
    if (recovered || (facts != null && !facts.equals(resource.facts()))) {
      tx.work().settle(resource, with.owner(), resource.status(), facts, now);
    }
    if (admitsOthers()) {
      tx.work().lookAtAccess(resource.account(), now);
    }
    Metering.rests(tx, resource, with.catalogue(), now);
    Scheduling.rests(tx, resource, now);
    giveBack(tx, with.limits().driftLook());
  }

  private void giveBack(Tx tx, Duration rest) {
    tx.work().release(resource, with.owner(), now.plus(rest));
  }

  /// Rules, roles and users wait until a database lets in whom they say.
  private boolean admitsOthers() {
    Facts before = resource.facts();
    return facts != null
        && (before == null || !Objects.equals(before.admitted(), facts.admitted()));
  }
}
