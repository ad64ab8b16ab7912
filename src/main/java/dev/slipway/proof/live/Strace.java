package dev.slipway.proof.live;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A program under strace, which is looked for on the PATH.
///
/// @param calls the system calls to write down, such as `fsync,fdatasync`
/// @param log where it writes them, also those of the program's children
public record Strace(String calls, Path log) {
  private static final Path NOWHERE = Path.of("/dev/null");

  /// Why nothing can be traced here, as strace may be missing or forbidden; empty when it can.
  public static Optional<String> hindrance() throws IOException, InterruptedException {
    List<String> trial = new Strace("fsync", NOWHERE).command(List.of("true"));
    Process process;
    try {
      process =
          new ProcessBuilder(trial)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
    } catch (IOException _) {
      return Optional.of("needs strace on the PATH");
    }
    return process.waitFor() == 0
        ? Optional.empty()
        : Optional.of("strace, which it needs, may not trace here");
  }

  /// The command that runs this one under strace.
  public List<String> command(List<String> program) {
    List<String> command =
        new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-e", "trace=" + calls));
    command.addAll(List.of("-o", log.toString()));
    command.addAll(program);
    return command;
  }
}
