package dev.slipway.admin.metrics;

import dev.slipway.admin.metrics.Families.Value;
import dev.slipway.api.http.Answer;
import dev.slipway.model.Counts;
import dev.slipway.store.Census;
import dev.slipway.store.Store;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What Slipway can say of itself.
///
/// @param counts since the start of the server
/// @param rows the file of the store
public record OwnMetrics(Store store, Counts counts, Path rows) {
  private static final Path MEMORY = Path.of("/proc/self/status");
  private static final long KIB = 1024;

  /// All of it.
  public Answer answer() {
    Families families = new Families();
    queues(families);
    done(families);
    machine(families);
    return families.answer();
  }

  private void queues(Families families) {
    Census.Queues queues = store.read(tx -> tx.census().queues());
    var databases = store.read(tx -> tx.census().databases());
    families
        .counter("slipway_tasks_submitted", "Tasks that were ever accepted", queues.submitted())
        .gauge(
            "slipway_tasks",
            "Tasks without a verdict",
            List.of(
                Value.of(queues.waiting(), "state", "received"),
                Value.of(queues.running(), "state", "processing-in-progress")))
        .gauge("slipway_lane_depth_max", "Tasks in the longest lane", queues.deepest())
        .gauge(
            "slipway_databases",
            "Databases",
            databases.entrySet().stream()
                .map(status -> Value.of(status.getValue(), "status", status.getKey()))
                .toList());
  }

  private void done(Families families) {
    families
        .histogram(
            "slipway_task_seconds",
            "From the acceptance of a task to its verdict",
            counts.tasks(),
            verdict -> List.of("verdict", verdict))
        .histogram(
            "slipway_step_seconds",
            "What was done to databases",
            counts.steps(),
            deed -> List.of("step", deed.what(), "outcome", deed.outcome()))
        .histogram(
            "slipway_http_request_seconds",
            "Requests, with the time that they were held",
            counts.requests(),
            deed -> List.of("side", deed.what(), "class", deed.outcome()))
        .counter(
            "slipway_database_restarts",
            "Redis that served and were started again",
            counts.restarts().sum())
        .counter("slipway_database_failovers", "Replicas that took over", counts.failovers().sum());
  }

  private void machine(Families families) {
    var memory = ManagementFactory.getMemoryMXBean();
    families
        .gauge(
            "jvm_memory_used_bytes",
            "Memory in use",
            List.of(
                Value.of(memory.getHeapMemoryUsage().getUsed(), "area", "heap"),
                Value.of(memory.getNonHeapMemoryUsage().getUsed(), "area", "nonheap")))
        .gauge(
            "jvm_memory_committed_bytes",
            "Memory taken from the system",
            List.of(
                Value.of(memory.getHeapMemoryUsage().getCommitted(), "area", "heap"),
                Value.of(memory.getNonHeapMemoryUsage().getCommitted(), "area", "nonheap")))
        .gauge(
            "jvm_threads_current",
            "Platform threads",
            ManagementFactory.getThreadMXBean().getThreadCount())
        .gauge(
            "process_resident_memory_bytes",
            "Resident memory",
            resident().map(Value::of).stream().toList())
        .gauge("slipway_store_bytes", "Size of the store", files());
  }

  /// Linux alone tells.
  private static Optional<Long> resident() {
    try (Stream<String> lines = Files.lines(MEMORY)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .findFirst()
          .map(line -> KIB * Long.parseLong(line.replaceAll("[^0-9]", "")));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private List<Value> files() {
    return Stream.of("", "-wal")
        .map(suffix -> rows.resolveSibling(rows.getFileName() + suffix))
        .filter(Files::exists)
        .map(file -> Value.of(size(file), "file", file.getFileName().toString()))
        .toList();
  }

  private static long size(Path file) {
    return file.toFile().length();
  }
}
