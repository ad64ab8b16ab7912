package dev.slipway;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/// How the programs of Slipway log: to standard error, a line an entry, and of the libraries only
/// what is wrong.
public final class Logging {
  private Logging() {}

  /// Logs as `logging.properties` says, from here on.
  public static void configure() throws IOException {
    try (InputStream logging = Logging.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(logging);
    }
  }

  /// Logs nothing, from here on: for programs that provoke failures and tell what came of them.
  public static void silence() {
    LogManager.getLogManager().reset();
  }
}
