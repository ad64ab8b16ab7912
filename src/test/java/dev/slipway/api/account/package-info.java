/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.account;

import org.jspecify.annotations.NullMarked;
