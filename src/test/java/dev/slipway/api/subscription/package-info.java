/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.subscription;

import org.jspecify.annotations.NullMarked;
