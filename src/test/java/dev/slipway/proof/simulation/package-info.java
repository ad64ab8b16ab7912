/// What the simulation promises: it finds nothing in the program as it is, comes across everything
/// that is worth coming across, and finds a program that is broken on purpose.
@NullMarked
package dev.slipway.proof.simulation;

import org.jspecify.annotations.NullMarked;
