/// The real lane, handlers, plans, visits and loops on one thread, in virtual time, over real
/// SQLite and a made-up world. What the loops decide ({@link dev.slipway.task.PatientWorker},
/// {@link dev.slipway.reconcile.Rounds}) is run as it is; {@link
/// dev.slipway.proof.simulation.Program} stands only where their threads wait. What comes of
/// threads is for the tests of the two loops and for the kill loop to find.
///
/// A seed becomes a {@link dev.slipway.proof.simulation.Chance}; that decides what {@link
/// dev.slipway.proof.simulation.Simulation} does next: a request, a claim, a look, a fault of the
/// {@link dev.slipway.proof.simulation.World}, a crash. After every step the rows that {@link
/// dev.slipway.proof.simulation.Changes changed} are read, and every {@link
/// dev.slipway.proof.simulation.Invariant} compares all {@link dev.slipway.proof.simulation.Rows
/// rows} and the world with what the clients were told. A broken one ends the seed; it runs once
/// more to be told, with the command that replays it.
@NullMarked
package dev.slipway.proof.simulation;

import org.jspecify.annotations.NullMarked;
