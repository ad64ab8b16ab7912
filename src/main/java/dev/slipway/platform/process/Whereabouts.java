package dev.slipway.platform.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// Where every process works. A search of all of them serves everybody who asked before it began:
/// when sixty databases die at once, sixty looks need two or three searches.
final class Whereabouts {
  private final ProcessTable processes;
  private final ReentrantLock searching = new ReentrantLock();

  /// Counts questions and searches in their common order.
  private final AtomicLong order = new AtomicLong();

  private Found last = new Found(-1, Map.of());

  /// What the search that began at this place in the order has found.
  private record Found(long begun, Map<Path, List<Long>> byFolder) {}

  Whereabouts(ProcessTable processes) {
    this.processes = processes;
  }

  /// The pids by the folder in which they work or did when it was removed, none of it older than
  /// this call.
  Map<Path, List<Long>> now() throws IOException {
    long asked = order.incrementAndGet();
    searching.lock();
    try {
      if (last.begun() < asked) {
        last = new Found(order.incrementAndGet(), search());
      }
      return last.byFolder();
    } finally {
      searching.unlock();
    }
  }

  private Map<Path, List<Long>> search() throws IOException {
    Map<Path, List<Long>> byFolder = new HashMap<>();
    for (long pid : processes.pids()) {
      processes
          .directory(pid)
          .ifPresent(folder -> byFolder.computeIfAbsent(folder, _ -> new ArrayList<>()).add(pid));
    }
    return byFolder;
  }
}
