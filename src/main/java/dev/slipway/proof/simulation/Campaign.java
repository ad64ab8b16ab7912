package dev.slipway.proof.simulation;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// Many seeds, several at once.
///
/// @param workers how many seeds run at once
/// @param stopAtFailure whether the first failing seed ends the run
public record Campaign(Seams seams, int workers, boolean stopAtFailure) {
  /// Runs these seeds.
  ///
  /// @param from the first seed
  public Report run(long from, int seeds) throws InterruptedException {
    Report report = new Report();
    AtomicLong next = new AtomicLong(from);
    try (Workspace workspace = new Workspace(seams.file());
        LogWatch _ = LogWatch.begin();
        ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      Callable<Boolean> worker = () -> work(next, from + seeds, workspace, report);
      for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(workers, worker))) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the simulation itself broke", e.getCause());
    }
    return report;
  }

  /// Takes one seed after the other.
  private boolean work(AtomicLong next, long end, Workspace workspace, Report report) {
    long seed = next.getAndIncrement();
    while (seed < end && !(stopAtFailure && !report.passed())) {
      report.add(Simulation.run(seed, workspace, seams));
      seed = next.getAndIncrement();
    }
    return true;
  }
}
