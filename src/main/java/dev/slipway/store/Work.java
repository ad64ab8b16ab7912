package dev.slipway.store;

import dev.slipway.model.AccountId;
import dev.slipway.model.Facts;
import dev.slipway.model.Pause;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Spec;
import dev.slipway.model.Status;
import dev.slipway.model.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reconciler's hold on resources of every kind. A lease belongs to an owner; every write below
/// needs that lease, and returns false when it was lost.
public interface Work {
  /// Resources that are due and not leased, the longest due first.
  List<Ref> due(Instant now, int limit);

  /// When the next resource is due that nobody has leased.
  Optional<Instant> nextDue();

  /// Takes a resource, and with it the row as it is now.
  Optional<Resource<?>> lease(Ref ref, String owner, Instant now, Instant until);

  /// The row as it is now; empty when it is gone or not leased by this owner.
  Optional<Resource<?>> held(Ref ref, String owner);

  /// Writes a status, if the row still has this version; otherwise only the next look is due.
  ///
  /// @return whether the status was written
  boolean settle(
      Resource<?> resource, String owner, Status status, @Nullable Facts facts, Instant now);

  /// Writes a specification in which the reconciler chose something itself, such as another port.
  /// It is no new wish, so nothing becomes due by it.
  void adjust(Resource<?> resource, String owner, Spec spec);

  /// Keeps the result of a try.
  ///
  /// @param attempts how many were in vain by now
  /// @param action what was done or waited for, in words
  /// @param pause until when the same is not tried again, or null
  /// @param trouble what went wrong, or null
  void tried(
      Resource<?> resource,
      String owner,
      int attempts,
      @Nullable String action,
      @Nullable Pause pause,
      @Nullable Trouble trouble);

  /// Gives the resource back, to be looked at again then, unless a change came meanwhile: that is
  /// looked at now.
  void release(Resource<?> resource, String owner, Instant dueAt);

  /// Removes the row of a resource whose world is clean.
  boolean forget(Resource<?> resource, String owner);

  /// Removes the rows of all that belongs to a subscription, whoever has leased them: for one that
  /// is removed itself.
  void forgetUnder(int subscriptionId);

  /// Removes the rows of all that belongs to one region of it, in the same way.
  void forgetIn(int subscriptionId, int regionId);

  /// Makes a resource due now.
  void look(Ref ref, Instant now);

  /// Makes the rules, roles and users of an account due now: what they wait for may have happened.
  void lookAtAccess(AccountId account, Instant now);

  /// Makes every resource due now that nobody has leased, without a pause and with no time of it
  /// later than now; for a clock that was set back.
  void lookAtAll(Instant now);

  /// The resource is due then and not before, whatever its row says; for one that cannot be read.
  void putOff(Ref ref, Instant dueAt);

  /// Frees every lease that is not of this owner and makes every resource due, without a pause: a
  /// new incarnation looks at everything once, and tries it once.
  int takeOver(String livingOwner, Instant now);
}
