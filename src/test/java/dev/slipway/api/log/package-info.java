/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.log;

import org.jspecify.annotations.NullMarked;
