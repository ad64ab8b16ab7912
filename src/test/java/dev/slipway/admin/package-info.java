/// Tests of the room of the same name.
@NullMarked
package dev.slipway.admin;

import org.jspecify.annotations.NullMarked;
