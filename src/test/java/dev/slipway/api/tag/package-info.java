/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.tag;

import org.jspecify.annotations.NullMarked;
