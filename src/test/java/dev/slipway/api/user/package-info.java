/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.user;

import org.jspecify.annotations.NullMarked;
