package dev.slipway.task;

import dev.slipway.model.Claim;
import dev.slipway.store.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A worker that never gives up: what fails is told, and tried again after a while. Its moves are
/// all that a loop does but for the waiting, which is for whoever makes them.
///
/// @param worker whose claims and verdicts they are
public record PatientWorker(TaskWorker worker) {
  private static final System.Logger LOG = System.getLogger(PatientWorker.class.getName());
  private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

  /// What a try to claim came to.
  ///
  /// @param rest how long not to try again, whoever rings; zero when it did not fail
  public record Claimed(List<Claim> claims, Duration rest) {}

  /// Claims the heads of free lanes, at most this many.
  public Claimed claim(int most) {
    try {
      return new Claimed(worker.claim(most), Duration.ZERO);
    } catch (RuntimeException | Error e) {
      StoreUnavailable.tell(LOG, "no task can be claimed now", e);
      return new Claimed(List.of(), TRY_AGAIN);
    }
  }

  /// Runs a claimed task to its verdict. The claim is kept until that is written: given up, it
  /// would close its lane until the next start.
  ///
  /// @return how long to wait before this is called again with the same claim; empty when its
  ///   verdict is written
  public Optional<Duration> process(Claim claim) {
    try {
      worker.process(claim);
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      StoreUnavailable.tell(LOG, "task " + claim.task().id() + " keeps waiting for its verdict", e);
      return Optional.of(TRY_AGAIN);
    }
  }
}
