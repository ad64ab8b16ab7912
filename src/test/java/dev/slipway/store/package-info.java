/// A store that fails when a test says so.
@NullMarked
package dev.slipway.store;

import org.jspecify.annotations.NullMarked;
