package dev.slipway.cli;

import java.nio.file.Path;

/// Replaces lost keys. It may run beside a server on the same folder.
@FunctionalInterface
public interface KeyMint {
  /// Makes a new account key and a new user key for the first account's owner, and a new admin
  /// token, and hands them to {@link CredentialsFile} before it commits them. The old ones are then
  /// worth nothing.
  ///
  /// @param url what the file shall give as the API's base
  /// @throws dev.slipway.CannotStart when there is no account in this folder
  void replace(Path data, String url);
}
