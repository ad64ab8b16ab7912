/// Tests of the fuzz itself: that it finds what is wrong.
@NullMarked
package dev.slipway.proof.fuzz;

import org.jspecify.annotations.NullMarked;
