/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.task;

import org.jspecify.annotations.NullMarked;
