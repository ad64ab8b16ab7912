package dev.slipway.platform.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A program that serves databases.
///
/// @param binary as it was found: some systems link `redis-server` to another program that takes
///   its role from the name it is called by, so links are not resolved
/// @param name `redis` or `valkey`
/// @param version as it says itself, such as `7.0.15`
public record Engine(Path binary, String name, String version) {
  private static final Pattern ANSWER = Pattern.compile("(Redis|Valkey) server v=(\\d+)([.\\d]*)");
  private static final int OLDEST_MAJOR = 7;
  private static final int LONGEST_RUN_SECONDS = 5;

  /// Asks the program at this path what it is.
  ///
  /// @return empty when it is none, or older than Redis 7, which first had rules for subcommands
  static Optional<Engine> ask(Path binary) {
    if (!Files.isExecutable(binary) || Files.isDirectory(binary)) {
      return Optional.empty();
    }
    try {
      Process process = new ProcessBuilder(List.of(binary.toString(), "--version")).start();
      try (InputStream out = process.getInputStream()) {
        boolean ended = process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS);
        String answer = new String(out.readNBytes(out.available()), StandardCharsets.UTF_8);
        return ended ? parse(binary, answer) : Optional.empty();
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// Reads what a program answers to `--version`.
  static Optional<Engine> parse(Path binary, String answer) {
    Matcher matcher = ANSWER.matcher(answer);
    if (!matcher.find() || Integer.parseInt(matcher.group(2)) < OLDEST_MAJOR) {
      return Optional.empty();
    }
    String name = matcher.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(new Engine(binary, name, matcher.group(2) + matcher.group(3)));
  }

  /// Whether it is still where it was found.
  boolean present() {
    return Files.isExecutable(binary);
  }
}
