package dev.slipway.platform.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
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
    return parse(binary, answer(List.of(binary.toString(), "--version"), ""));
  }

  /// Whether it was built with TLS: it is given a configuration whose second line it must refuse,
  /// and refuses the first when it was not. So it never starts to serve.
  boolean encrypts() {
    return answer(List.of(binary.toString(), "-"), "tls-ciphers \"\"\nno-such-directive\n")
        .contains("at line 2");
  }

  /// What a program says before it ends; nothing when it does not end in time.
  private static String answer(List<String> command, String input) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (InputStream out = process.getInputStream()) {
        try (Writer in = process.outputWriter()) {
          in.write(input);
        }
        boolean ended = process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS);
        return ended ? new String(out.readNBytes(out.available()), StandardCharsets.UTF_8) : "";
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException _) {
      return "";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "";
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
