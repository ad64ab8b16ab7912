/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.json;

import org.jspecify.annotations.NullMarked;
