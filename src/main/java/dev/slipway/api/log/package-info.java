/// The logs of an account, read from the rows that each verdict leaves.
@NullMarked
package dev.slipway.api.log;

import org.jspecify.annotations.NullMarked;
