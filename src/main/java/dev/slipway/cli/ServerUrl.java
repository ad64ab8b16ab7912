package dev.slipway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// `server.url` in the data folder: where the API was when a server started there last. It outlives
/// `credentials.env`, whose loss is the reason for new keys.
public final class ServerUrl {
  private static final String FILE = "server.url";

  private ServerUrl() {}

  /// Notes the base URL of the API.
  public static void write(Path data, String url) throws IOException {
    WholeFile.write(data.resolve(FILE), url + "\n");
  }

  /// What was noted last; empty when no server started here yet.
  static Optional<String> in(Path data) throws IOException {
    try {
      return Files.readString(data.resolve(FILE)).lines().findFirst();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
