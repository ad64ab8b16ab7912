/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.cloud;

import org.jspecify.annotations.NullMarked;
