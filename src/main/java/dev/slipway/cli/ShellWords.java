package dev.slipway.cli;

import java.nio.file.Path;

/// Words that the user can copy into the shell they stand in.
public final class ShellWords {
  /// The system property in which the launcher says how it was called.
  static final String LAUNCHER = "slipway.launcher";

  private ShellWords() {}

  /// The launcher, as the user called it; `./slipway` when it was not the launcher that started
  /// this program.
  public static String launcher() {
    return quoted(System.getProperty(LAUNCHER, "./slipway"));
  }

  /// A file or folder, relative to where the user stands when it lies below.
  public static String path(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path shortest = path.startsWith(here) && !path.equals(here) ? here.relativize(path) : path;
    return quoted(shortest.toString());
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
