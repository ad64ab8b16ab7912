package dev.slipway.reconcile;

import dev.slipway.model.Catalogue;
import dev.slipway.model.Failpoint;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Kind;
import dev.slipway.model.Limits;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.platform.Platform;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds resources that are due and starts visits to them. It takes no hints: a bell, a timer and a
/// suspicion all lead here, and here everything is looked at afresh.
///
/// @param catalogue says what running databases cost
/// @param owner this incarnation, random per start
/// @param since when this incarnation began
/// @param portFrom first port that a database may get
/// @param portTo last port that a database may get
public record Reconciler(
    Store store,
    Platform platform,
    Limits limits,
    Catalogue catalogue,
    InstantSource clock,
    String owner,
    Instant since,
    int portFrom,
    int portTo,
    Failpoints failpoints) {
  private static final Duration LEASE = Duration.ofMinutes(1);

  /// Frees what a dead incarnation had leased, and makes every resource due.
  public void takeOver() {
    store.write(tx -> tx.work().takeOver(owner, clock.instant()));
  }

  /// Resources that are due, the longest first.
  public List<Ref> due(int most) {
    return store.read(tx -> tx.work().due(clock.instant(), most));
  }

  /// How long until the next resource is due; empty when there is none.
  public Optional<Duration> untilDue() {
    return store
        .read(tx -> tx.work().nextDue())
        .map(next -> Duration.between(clock.instant(), next));
  }

  /// Asks for a look at these resources, now. Those whose Redis has ended are called lost with the
  /// same write: when many die at once, a look at each and the starts of the first would leave the
  /// last ones `active` for too long (architecture.md, I7).
  public void look(Collection<Ref> refs) {
    List<Ref> lost =
        refs.stream()
            .filter(ref -> ref.kind() == Kind.DATABASE && platform.ended(ref.id()))
            .toList();
    Function<Tx, Boolean> work =
        tx -> {
          refs.forEach(ref -> tx.work().look(ref, clock.instant()));
          lost.forEach(ref -> callLost(tx, ref));
          return true;
        };
    if (lost.isEmpty()) {
      store.note(work);
    } else {
      failpoints.hit(Failpoint.BEFORE_SETTLE);
      store.write(work);
      failpoints.hit(Failpoint.AFTER_SETTLE);
    }
  }

  /// One that is being visited is that visit's.
  private void callLost(Tx tx, Ref ref) {
    Instant now = clock.instant();
    tx.work()
        .lease(ref, owner, now, now.plus(LEASE))
        .ifPresent(resource -> new Visit(this, resource).callLost(tx));
  }

  /// Asks for a look at everything, as after a clock that was set back: what was to be looked at
  /// then would rest until the clock has caught up.
  public void lookAtAll() {
    store.note(
        tx -> {
          tx.work().lookAtAll(clock.instant());
          return true;
        });
  }

  /// Asks for no look at a resource until then, except when something new is known of it.
  void putOff(Ref ref, Duration by) {
    store.note(
        tx -> {
          tx.work().putOff(ref, clock.instant().plus(by));
          return true;
        });
  }

  /// Leases a resource; empty when somebody else has it or it is not due any more.
  public Optional<Visit> visit(Ref ref) {
    Instant now = clock.instant();
    Optional<Resource<?>> leased =
        store.note(tx -> tx.work().lease(ref, owner, now, now.plus(LEASE)));
    leased.ifPresent(_ -> failpoints.hit(Failpoint.AFTER_LEASE));
    return leased.map(resource -> new Visit(this, resource));
  }
}
