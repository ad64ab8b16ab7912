/// Programs that try to prove Slipway wrong.
///
/// A seed, a round or a load goes in; the real rooms run under it; out comes one closing line with
/// numbers, and for every failure the command that shows it again. Nobody imports this room.
@NullMarked
package dev.slipway.proof;

import org.jspecify.annotations.NullMarked;
