/// Measures the real program against a floor that is measured in the same run.
///
/// A figure prepares a folder, starts the program on it as the launcher does, loads it over HTTP,
/// does the least that could do the same job beside it, and returns the ratio. Held polls are off.
@NullMarked
package dev.slipway.proof.bench;

import org.jspecify.annotations.NullMarked;
