package dev.slipway.cli;

import dev.slipway.Config;

/// A server that runs, as far as the command line needs to know it.
public interface Service extends AutoCloseable {
  /// Makes one.
  @FunctionalInterface
  interface Starter {
    /// Returns once requests are accepted.
    ///
    /// @throws dev.slipway.CannotStart for a reason that the user can mend
    Service start(Config config);
  }

  /// The port that the API really has.
  int port();

  /// How many databases run at this moment; after the end, how many go on without the server.
  int runningDatabases();

  /// Stops accepting, answers what is held, finishes the running transaction. At most 5 s, and as
  /// long as its databases need to save their data where they are to end with it.
  @Override
  void close();
}
