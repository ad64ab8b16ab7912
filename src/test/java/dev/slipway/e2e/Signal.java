package dev.slipway.e2e;

import java.io.IOException;

/// What one process does to another.
enum Signal {
  /// Ends it at once.
  KILL,
  /// Holds it still.
  STOP,
  /// Lets it go on.
  CONT;

  /// Sends it.
  void to(ProcessHandle process) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid())).start().waitFor();
    if (exit != 0) {
      throw new AssertionError("no process to signal: " + process.pid());
    }
  }
}
