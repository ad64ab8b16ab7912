/// The world as an interface: what a database looks like from outside, and what can be done to it.
///
/// The reconciler asks {@link dev.slipway.platform.Platform#observe}, decides, and calls {@link
/// dev.slipway.platform.Platform#apply}. Every action may be repeated: all names in the world
/// derive from the database's id, and ids never come back.
///
/// Data goes out and in through {@link dev.slipway.platform.Transport}, which keeps files in a
/// {@link dev.slipway.platform.Storage}.
///
/// What a database that runs says of its work is read through {@link dev.slipway.platform.Gauge}.
@NullMarked
package dev.slipway.platform;

import org.jspecify.annotations.NullMarked;
