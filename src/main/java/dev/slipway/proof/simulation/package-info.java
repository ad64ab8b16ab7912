/// The real lane, handlers, plans and loops on one thread, in virtual time, over real SQLite and a
/// made-up world.
///
/// A seed becomes a {@link dev.slipway.proof.simulation.Chance}; that decides what {@link
/// dev.slipway.proof.simulation.Simulation} does next: a request, a claim, a look, a fault of the
/// {@link dev.slipway.proof.simulation.World}, a crash. After every step the rows and the world are
/// read as {@link dev.slipway.proof.simulation.Rows} and every {@link
/// dev.slipway.proof.simulation.Invariant} compares them with what the clients were told. A broken
/// one ends the seed with the command that replays it.
@NullMarked
package dev.slipway.proof.simulation;

import org.jspecify.annotations.NullMarked;
