package dev.slipway.proof.live;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A program under strace, which is looked for on the PATH.
///
/// @param calls the system calls to write down, such as `fsync,fdatasync`
/// @param log where it writes them, also those of the program's children
public record Strace(String calls, Path log) {
  private static final Path NOWHERE = Path.of("/dev/null");

  /// In two lines when another thread comes between.
  private static final Pattern SYNC =
      Pattern.compile("\\bf(data)?sync(\\(\\d+\\)| resumed>\\)) += 0$");

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

  /// Whether a line of the log tells of an fsync that is over and went well.
  public static boolean isSync(String line) {
    return SYNC.matcher(line).find();
  }

  /// The command that runs this one under strace.
  public List<String> command(List<String> program) {
    List<String> command = new ArrayList<>(watching("--seccomp-bpf"));
    command.addAll(program);
    return command;
  }

  /// The command that watches all threads of a process that runs already.
  public List<String> attaching(long pid) {
    return watching("-p", Long.toString(pid));
  }

  private List<String> watching(String... options) {
    List<String> command = new ArrayList<>(List.of("strace", "-f"));
    command.addAll(List.of(options));
    command.addAll(List.of("-e", "trace=" + calls, "-o", log.toString()));
    return command;
  }
}
