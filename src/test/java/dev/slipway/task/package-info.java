/// What the lane promises.
@NullMarked
package dev.slipway.task;

import org.jspecify.annotations.NullMarked;
