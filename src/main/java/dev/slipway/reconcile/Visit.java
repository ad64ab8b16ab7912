package dev.slipway.reconcile;

import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.EmulatedSpec;
import dev.slipway.model.Facts;
import dev.slipway.model.Failpoint;
import dev.slipway.model.Kind;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.PlatformException;
import dev.slipway.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One leased resource, brought on step by step until it rests or has to wait.
///
/// For use by one thread. No transaction is open while the world is looked at or changed.
public final class Visit {
  private static final Observed ENDED = new Observed(Life.DEAD, true, null, null, null);

  private final Reconciler with;
  private final Tries tries;
  private Resource<?> resource;

  /// What a look found and what should happen next.
  private record Look(@Nullable Observed seen, @Nullable Facts facts, Step step) {}

  Visit(Reconciler with, Resource<?> resource) {
    this.with = with;
    this.resource = resource;
    this.tries = new Tries(with.limits(), resource);
  }

  /// Looks once and does what is next.
  ///
  /// @return whether there is more to do now; when not, the lease has been given back
  public boolean step() {
    Look look = look();
    return switch (look.step()) {
      case Step.Do(Action action) -> act(action, look.seen());
      case Step.Wait(Duration retryIn, String reason) -> pause(retryIn, reason);
      case Step.Settle(Status status) -> settle(status, look.facts());
      case Step.TakeOtherPort(String holder) -> takeOtherPort(holder);
      case Step.Forget() -> forget();
    };
  }

  /// Says of a database whose Redis has ended what the plan says of it, and leaves the rest to the
  /// next visit. The resource is given back either way.
  void callLost(Tx tx) {
    var database = resource.as((DatabaseSpec) resource.spec());
    boolean lost =
        database.status() instanceof Status.Active
            && DatabasePlan.next(database, ENDED, history(), with.limits())
                instanceof Step.Settle(Status status)
            && settle(tx, status, true, null);
    if (!lost) {
      tx.work().release(resource, with.owner(), with.clock().instant());
    }
  }

  private Look look() {
    return switch (resource.spec()) {
      case SubscriptionSpec spec -> lookAtSubscription(resource.as(spec));
      case DatabaseSpec spec -> lookAtDatabase(resource.as(spec));
      case RedisRuleSpec _, AclRoleSpec _, AclUserSpec _, CloudAccountSpec _ ->
          new Look(null, null, RecordPlan.next(resource));
      case EmulatedSpec spec -> new Look(null, null, nextEmulated(spec));
    };
  }

  private Step nextEmulated(EmulatedSpec spec) {
    Duration elapsed = Duration.between(resource.wantedAt(), with.clock().instant());
    return EmulatedPlan.next(
        resource.status(), spec.course(), elapsed, with.limits().counterpart());
  }

  private Look lookAtSubscription(Resource<SubscriptionSpec> subscription) {
    List<Resource<DatabaseSpec>> databases =
        with.store().read(tx -> tx.databases().under(subscription.id(), 0, Integer.MAX_VALUE));
    return new Look(null, null, SubscriptionPlan.next(subscription, databases, with.limits()));
  }

  private Look lookAtDatabase(Resource<DatabaseSpec> database) {
    try {
      Observed seen = with.platform().observe(database.id(), database.spec().inForce());
      tries.look(seen);
      Step next = DatabasePlan.next(database, seen, history(), with.limits());
      return new Look(seen, seen.facts(), next);
    } catch (PlatformException e) {
      tries.failed(e.trouble());
      Step next = DatabasePlan.next(database, null, history(), with.limits());
      return new Look(null, null, next instanceof Step.Wait wait ? backOff(wait) : next);
    }
  }

  private Step backOff(Step.Wait wait) {
    return new Step.Wait(noLaterThanOverdue(tries.backOff()), wait.reason());
  }

  private History history() {
    Instant now = with.clock().instant();
    Instant since = with.since();
    // A start that lies in the future was before the clock was set back.
    boolean later = since.isAfter(resource.wantedAt()) && !since.isAfter(now);
    Instant known = later ? since : resource.wantedAt();
    return new History(
        Duration.between(known, now),
        Duration.between(resource.changedAt(), now),
        tries.any(),
        tries.count(),
        tries.trouble(),
        tries.flushed());
  }

  private boolean act(Action action, @Nullable Observed seen) {
    tries.begin(action);
    Duration left = tries.left(action, with.clock().instant());
    if (left.isPositive()) {
      return pause(noLaterThanOverdue(left), action + " waits");
    }
    if (tries.changedNothing(action)) {
      return pause(action, "changed nothing");
    }
    with.failpoints().hit(Failpoint.BEFORE_APPLY);
    try {
      DatabaseSpec wanted = ((DatabaseSpec) resource.spec()).inForce();
      with.platform().apply(action, resource.id(), wanted);
    } catch (PlatformException e) {
      tries.failed(e.trouble());
      boolean decide = e.trouble().lasting() && !(resource.status() instanceof Status.Failed);
      return decide ? keep(action, "failed") : pause(action, "failed");
    }
    with.failpoints().hit(Failpoint.AFTER_APPLY);
    tries.applied(action, seen);
    return true;
  }

  /// Somebody has to look when the status must change, also while an action still waits.
  private Duration noLaterThanOverdue(Duration wait) {
    Duration until = DatabasePlan.untilOverdue(resource, history(), with.limits());
    return until.isPositive() && until.compareTo(wait) < 0 ? until.plusMillis(1) : wait;
  }

  /// Nothing was gained: the same is not done again for a while, whoever asks for another look.
  private boolean pause(Action action, String result) {
    Duration wait = waitWith(action);
    return pause(noLaterThanOverdue(wait), action + " " + result);
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

  /// What is active rests until the next look for drift. What was, and is lost, is due again behind
  /// all that are suspected now: they are to be called lost too before anything is started.
  private boolean settle(Tx tx, Status status, boolean rests, @Nullable Facts facts) {
    Instant now = with.clock().instant();
    boolean settled = tx.work().settle(resource, with.owner(), status, facts, now);
    Integer parent = resource.parent();
    if (settled) {
      Metering.settled(tx, resource, status, with.catalogue(), now);
    }
    if (settled && parent != null) {
      tx.work().look(Ref.subscription(parent), now);
    }
    if (settled && rests) {
      boolean active = status instanceof Status.Active;
      Duration rest = active ? with.limits().driftLook() : Duration.ZERO;
      tx.work().release(resource, with.owner(), now.plus(rest));
    }
    return settled;
  }

  /// The row says so already: what was seen is kept, and the next look is the one for drift.
  private boolean rest(@Nullable Facts facts) {
    Instant now = with.clock().instant();
    with.store()
        .note(
            tx -> {
              boolean tried = resource.trouble() != null || resource.attempts() > 0;
              boolean recovered = resource.status() instanceof Status.Active && tried;
              if (recovered || (facts != null && !facts.equals(resource.facts()))) {
                tx.work().settle(resource, with.owner(), resource.status(), facts, now);
              }
              Metering.rests(tx, resource, with.catalogue(), now);
              tx.work().release(resource, with.owner(), now.plus(with.limits().driftLook()));
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
      return pause(noLaterThanOverdue(tries.backOff()), "no free port");
    }
    int moves = tries.count() + 1;
    if (!again()) {
      return false;
    }
    tries.moved(moves);
    // One move is at once. Where one port after the other is taken, time must pass between them.
    return moves == 1
        || pause(
            noLaterThanOverdue(tries.backOff()),
            "port after port is held, the last one by " + holder);
  }

  private boolean forget() {
    with.failpoints().hit(Failpoint.BEFORE_FORGET);
    boolean forgotten =
        with.store()
            .write(
                tx -> {
                  Instant now = with.clock().instant();
                  Integer parent = resource.parent();
                  if (!tx.work().forget(resource, with.owner())) {
                    return false;
                  }
                  if (resource.ref().kind() == Kind.DATABASE) {
                    tx.ports().release(resource.id(), now);
                    tx.tags().removeAll(resource.id());
                    tx.meter().stops(resource.id(), now);
                  }
                  if (resource.ref().kind() == Kind.SUBSCRIPTION) {
                    tx.work().forgetUnder(resource.id());
                  }
                  if (parent != null) {
                    tx.work().look(Ref.subscription(parent), now);
                  }
                  return true;
                });
    with.failpoints().hit(Failpoint.AFTER_FORGET);
    return !forgotten && again();
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
