package dev.slipway.model;

import org.jspecify.annotations.Nullable;

/// What can be asked of the users of an account.
///
/// There is none that makes one: users are invited, and the administrator's side does that.
public sealed interface AccountUserCommand extends Command {
  /// Change a user.
  ///
  /// @param caller the user who asks for it
  /// @param role null leaves it as it is
  record UpdateAccountUser(int userId, int caller, String name, @Nullable Role role)
      implements AccountUserCommand {}

  /// Remove a user with all his keys.
  ///
  /// @param caller the user who asks for it
  record DeleteAccountUser(int userId, int caller) implements AccountUserCommand {}
}
