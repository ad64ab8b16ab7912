package dev.slipway.model;

import org.jspecify.annotations.Nullable;

/// What can be asked of cloud accounts.
public sealed interface CloudAccountCommand extends Command {
  /// Keep one.
  record CreateCloudAccount(CloudAccountSpec spec) implements CloudAccountCommand {}

  /// Change one.
  ///
  /// @param name null leaves it as it is
  /// @param signInLoginUrl null leaves it as it is
  record UpdateCloudAccount(
      int cloudAccountId,
      @Nullable String name,
      String accessKeyId,
      Secret accessSecretKey,
      String consoleUsername,
      Secret consolePassword,
      @Nullable String signInLoginUrl)
      implements CloudAccountCommand {}

  /// Forget one.
  record DeleteCloudAccount(int cloudAccountId) implements CloudAccountCommand {}
}
