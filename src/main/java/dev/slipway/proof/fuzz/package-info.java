/// Sends the real program requests that are made from its own description of the API, right ones
/// and wrong ones, and holds every answer against that description.
///
/// A seed becomes a {@link dev.slipway.proof.fuzz.Chance}; with it {@link
/// dev.slipway.proof.fuzz.Requests} writes requests, with ids that earlier answers gave ({@link
/// dev.slipway.proof.fuzz.Known}); {@link dev.slipway.proof.fuzz.Judge} looks at each answer; at
/// the end {@link dev.slipway.proof.fuzz.Farewell} deletes everything and nothing may be left.
@NullMarked
package dev.slipway.proof.fuzz;

import org.jspecify.annotations.NullMarked;
