/// What belongs to the account as a whole: who it is, and what it may ask for. Everything but the
/// first comes from the catalogue, a data file.
@NullMarked
package dev.slipway.api.account;

import org.jspecify.annotations.NullMarked;
