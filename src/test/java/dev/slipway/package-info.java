/// What holds for the whole program.
@NullMarked
package dev.slipway;

import org.jspecify.annotations.NullMarked;
