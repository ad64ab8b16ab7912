/// The table of refusals: what the API says no to, row by row, over HTTP.
@NullMarked
package dev.slipway.refusal;

import org.jspecify.annotations.NullMarked;
