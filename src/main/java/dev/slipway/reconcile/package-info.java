/// Makes the world match the rows.
///
/// {@link dev.slipway.reconcile.Reconciler} leases a due resource, looks at the world, asks the
/// resource's plan for the next {@link dev.slipway.reconcile.Step}, acts, and looks again, until
/// the plan says to rest or to wait. Plans ({@link dev.slipway.reconcile.DatabasePlan}, {@link
/// dev.slipway.reconcile.SubscriptionPlan}) are pure functions of what is wanted, what was seen and
/// what was tried; the reconciler alone acts. What is wanted of a database is more than its row:
/// {@link dev.slipway.reconcile.Guests} finds whom the roles of its account let in, and {@link
/// dev.slipway.reconcile.Reach} how far a rule, a role or a user is in force.
///
/// {@link dev.slipway.reconcile.Rounds} says what to visit when, and what to do about failures;
/// {@link dev.slipway.reconcile.ReconcilerLoop} runs them on threads. {@link
/// dev.slipway.reconcile.Doubts} keeps what is suspected and cannot be written.
///
/// Backups and imports take long and are no step of a visit: {@link dev.slipway.reconcile.Carrier}
/// brings them to an end, as {@link dev.slipway.reconcile.TransferPlan} says in what order.
///
/// Between visits, {@link dev.slipway.reconcile.Checkup} asks running databases for their numbers,
/// for whoever shows them; {@link dev.slipway.reconcile.PacePlan} and {@link
/// dev.slipway.reconcile.AlertPlan} say what follows from them.
@NullMarked
package dev.slipway.reconcile;

import org.jspecify.annotations.NullMarked;
