/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.redirection;

import org.jspecify.annotations.NullMarked;
