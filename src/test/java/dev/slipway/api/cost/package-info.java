/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.cost;

import org.jspecify.annotations.NullMarked;
