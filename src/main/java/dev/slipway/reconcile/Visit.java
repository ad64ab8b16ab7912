package dev.slipway.reconcile;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Facts;
import dev.slipway.model.Failpoint;
import dev.slipway.model.Kind;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Observed.Replica;
import dev.slipway.platform.PlatformException;
import dev.slipway.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One leased resource, brought on step by step until it rests or has to wait.
///
/// For use by one thread. No transaction is open while the world is looked at or changed.
public final class Visit {
  private static final Observed ENDED =
      new Observed(Life.DEAD, true, null, null, Replica.NONE, null);

  private final Reconciler with;
  private final Tries tries;
  private final Looks looks;
  private Resource<?> resource;
  private boolean blind;

  Visit(Reconciler with, Resource<?> resource) {
    this.with = with;
    this.resource = resource;
    this.tries = new Tries(with.limits(), resource);
    this.looks = new Looks(with, tries);
  }

  /// Looks once and does what is next.
  ///
  /// @return whether there is more to do now; when not, the lease has been given back
  public boolean step() {
    Looks.Look look = looks.at(resource);
    blind = resource.spec() instanceof DatabaseSpec && look.seen() == null;
    return switch (look.step()) {
      case Step.Do(Action action) -> act(action, look);
      case Step.Wait(Duration retryIn, String reason) -> pause(retryIn, reason);
      case Step.Settle(Status status) -> settle(status, look.facts());
      case Step.TakeOtherPort(String holder) -> takeOtherPort(holder);
      case Step.TakeOver() -> takeOver();
      case Step.Forget() -> forget();
    };
  }

  /// Whether the last look failed, so that nothing is known of the world.
  boolean blind() {
    return blind;
  }

  /// Says of a database whose Redis has ended what the plan says of it, and leaves the rest to the
  /// next visit. The resource is given back either way.
  void callLost(Tx tx) {
    var database = resource.as((DatabaseSpec) resource.spec());
    boolean lost =
        database.status() instanceof Status.Active
            && looks.next(database, Guests.of(database, tx).wantedOf(database), ENDED)
                instanceof Step.Settle(Status status)
            && settle(tx, status, true, null);
    if (!lost) {
      tx.work().release(resource, with.owner(), with.clock().instant());
    }
  }

  private boolean act(Action action, Looks.Look look) {
    tries.begin(action);
    Duration left = tries.left(action, with.clock().instant());
    if (left.isPositive()) {
      return pause(looks.noLaterThanOverdue(resource, left), action + " waits");
    }
    if (tries.changedNothing(action)) {
      return pause(action, "changed nothing");
    }
    with.failpoints().hit(Failpoint.BEFORE_APPLY);
    try {
      with.platform().apply(action, resource.id(), Objects.requireNonNull(look.wanted()));
    } catch (PlatformException e) {
      tries.failed(e.trouble());
      boolean decide = e.trouble().lasting() && !(resource.status() instanceof Status.Failed);
      return decide ? keep(action, "failed") : pause(action, "failed");
    }
    with.failpoints().hit(Failpoint.AFTER_APPLY);
    tries.applied(action, look.seen());
    return true;
  }

  /// Nothing was gained: the same is not done again for a while, whoever asks for another look.
  private boolean pause(Action action, String result) {
    Duration wait = waitWith(action);
    return pause(looks.noLaterThanOverdue(resource, wait), action + " " + result);
  }

  private boolean pause(Duration retryIn, String reason) {
    Instant now = with.clock().instant();
    Instant dueAt = now.plus(retryIn);
    tries.end(now);
    with.store()
        .note(
            tx -> {
              tried(tx, reason);
              tx.work().release(resource, with.owner(), dueAt);
              return true;
            });
    return false;
  }

  /// The same for a visit that goes on, to say so first.
  private boolean keep(Action action, String result) {
    waitWith(action);
    return with.store()
        .note(
            tx -> {
              tried(tx, action + " " + result);
              return true;
            });
  }

  private Duration waitWith(Action action) {
    Duration wait = tries.backOff();
    tries.waitWith(action, with.clock().instant().plus(wait));
    return wait;
  }

  private void tried(Tx tx, String reason) {
    tx.work().tried(resource, with.owner(), tries.count(), reason, tries.pause(), tries.trouble());
  }

  private boolean settle(Status status, @Nullable Facts facts) {
    if (status.equals(resource.status())) {
      return rest(facts);
    }
    with.failpoints().hit(Failpoint.BEFORE_SETTLE);
    boolean rests = status instanceof Status.Active || resource.status() instanceof Status.Active;
    boolean settled = with.store().write(tx -> settle(tx, status, rests, facts));
    with.failpoints().hit(Failpoint.AFTER_SETTLE);
    if (settled) {
      return !rests && goOn();
    }
    return again();
  }

  /// A visit that ends with what was active and is lost leaves its tries to the next one.
  private boolean settle(Tx tx, Status status, boolean rests, @Nullable Facts facts) {
    Instant now = with.clock().instant();
    if (rests && !(status instanceof Status.Active) && tries.end(now)) {
      tried(tx, "no look has shown what it did");
    }
    return new Settlement(with, resource, facts, now).write(tx, status, rests);
  }

  private boolean rest(@Nullable Facts facts) {
    Settlement settlement = new Settlement(with, resource, facts, with.clock().instant());
    with.store()
        .note(
            tx -> {
              settlement.confirm(tx);
              return true;
            });
    return false;
  }

  /// Gives the resource back after something unforeseen, to be looked at again then.
  void giveBack(Duration lookAgainIn) {
    Instant dueAt = with.clock().instant().plus(lookAgainIn);
    with.store()
        .note(
            tx -> {
              tx.work().release(resource, with.owner(), dueAt);
              return true;
            });
  }

  private boolean takeOtherPort(String holder) {
    var change = new PortChange(with, resource, (DatabaseSpec) resource.spec());
    OptionalInt likely = change.likelyFree();
    boolean moved = with.store().write(tx -> change.reserve(tx, likely));
    if (!moved) {
      tries.failed(change.noneFree(holder));
      return pause(looks.noLaterThanOverdue(resource, tries.backOff()), "no free port");
    }
    int moves = tries.count() + 1;
    if (!again()) {
      return false;
    }
    tries.moved(moves);
    // One move is at once. Where one port after the other is taken, time must pass between them.
    return moves == 1
        || pause(
            looks.noLaterThanOverdue(resource, tries.backOff()),
            "port after port is held, the last one by " + holder);
  }

  /// Written before the one that takes over is told: whoever comes after a crash knows who it is.
  private boolean takeOver() {
    var wanted = ((DatabaseSpec) resource.spec()).takenOver();
    with.failpoints().hit(Failpoint.BEFORE_SETTLE);
    boolean written =
        with.store()
            .write(
                tx -> {
                  // What was done in vain before says nothing of what the other one can.
                  tx.work().tried(resource, with.owner(), 0, null, null, null);
                  tx.work().adjust(resource, with.owner(), wanted);
                  return true;
                });
    with.failpoints().hit(Failpoint.AFTER_SETTLE);
    return written && again();
  }

  private boolean forget() {
    with.failpoints().hit(Failpoint.BEFORE_FORGET);
    boolean forgotten = with.store().write(this::forget);
    with.failpoints().hit(Failpoint.AFTER_FORGET);
    return !forgotten && again();
  }

  private boolean forget(Tx tx) {
    if (!tx.work().forget(resource, with.owner())) {
      return false;
    }
    Instant now = with.clock().instant();
    if (resource.ref().kind() == Kind.DATABASE) {
      tx.ports().release(resource.id(), now);
      tx.tags().removeAll(resource.id());
      tx.transfers().removeAll(resource.id());
      tx.schedules().removeAll(resource.id());
      tx.alarms().removeAll(resource.id());
      tx.meter().stops(resource.id(), now);
    }
    if (resource.ref().kind() == Kind.SUBSCRIPTION) {
      tx.work().forgetUnder(resource.id());
    }
    Integer parent = resource.parent();
    if (parent != null) {
      tx.work().look(Ref.subscription(parent), now);
    }
    return true;
  }

  /// Looks again after a status was written: the world is as it was, and so is what was tried in
  /// vain, unless somebody wants something else since.
  private boolean goOn() {
    long written = resource.version() + 1;
    if (!reread()) {
      return false;
    }
    if (resource.version() != written) {
      tries.resume(resource);
    }
    return true;
  }

  /// Begins anew with the row as it is now.
  private boolean again() {
    if (!reread()) {
      return false;
    }
    tries.resume(resource);
    return true;
  }

  /// Reads the row afresh; false when it is gone or somebody else's by now.
  private boolean reread() {
    var row = with.store().read(tx -> tx.work().held(resource.ref(), with.owner()));
    row.ifPresent(now -> resource = now);
    return row.isPresent();
  }
}
