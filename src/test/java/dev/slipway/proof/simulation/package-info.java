/// Seeds in which nothing may go wrong, and code that is broken on purpose, in which something
/// must.
@NullMarked
package dev.slipway.proof.simulation;

import org.jspecify.annotations.NullMarked;
