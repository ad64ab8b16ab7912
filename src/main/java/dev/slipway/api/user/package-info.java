/// The users of an account: bodies become {@link dev.slipway.model.AccountUserCommand commands},
/// rows become views.
@NullMarked
package dev.slipway.api.user;

import org.jspecify.annotations.NullMarked;
