/// The rows, the only place where the stages meet.
///
/// {@link dev.slipway.store.Store} runs a piece of work in one transaction and hands it a {@link
/// dev.slipway.store.Tx}, which has one small interface a table family. What `write` or `append`
/// returned is durable; what `note` returned survives every kill of the program, and only a power
/// cut may take it back. A piece of work that throws leaves nothing behind.
@NullMarked
package dev.slipway.store;

import org.jspecify.annotations.NullMarked;
