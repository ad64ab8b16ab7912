/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.connectivity;

import org.jspecify.annotations.NullMarked;
