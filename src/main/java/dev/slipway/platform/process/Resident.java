package dev.slipway.platform.process;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The process that lives in a database's folder, named so that no later process can be taken for
/// it. Kept in the folder's state file.
///
/// @param startTicks when it began (`/proc/PID/stat`, field 22)
/// @param bootId the machine's start that the ticks count from
/// @param runId Redis's own name of this run; empty until it has answered
record Resident(long pid, long startTicks, String bootId, String runId) {
  /// The same, once it has answered.
  Resident answering(String newRunId) {
    return new Resident(pid, startTicks, bootId, newRunId);
  }

  /// As the state file holds it.
  String text() {
    return "pid=%d\nstart_ticks=%d\nboot_id=%s\nrun_id=%s\n"
        .formatted(pid, startTicks, bootId, runId);
  }

  /// Out of a state file; empty when it is not one.
  static Optional<Resident> parse(String text) {
    try {
      var values =
          text.lines()
              .map(line -> line.split("=", 2))
              .filter(pair -> pair.length == 2)
              .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, _) -> a));
      Function<String, String> value = name -> values.getOrDefault(name, "");
      return Optional.of(
          new Resident(
              Long.parseLong(value.apply("pid")),
              Long.parseLong(value.apply("start_ticks")),
              value.apply("boot_id"),
              value.apply("run_id")));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
