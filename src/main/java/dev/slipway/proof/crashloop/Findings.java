package dev.slipway.proof.crashloop;

import dev.slipway.model.Failpoint;
import java.util.List;
import java.util.Set;

/// What a run of the loop came to.
///
/// @param kills deaths of the program, at failpoints and at random moments
/// @param hit the failpoints at which it died
/// @param tasks submits that were acknowledged
/// @param databases that were made
/// @param redisKills deaths of a Redis by our hand
/// @param stolenPorts on which somebody else listened for a while
/// @param fullDisks how often the disk was full for a while; 0 where none could be mounted
/// @param faults everything that was not as promised
public record Findings(
    int rounds,
    int failedRounds,
    int kills,
    Set<Failpoint> hit,
    int tasks,
    int databases,
    int redisKills,
    int stolenPorts,
    int fullDisks,
    List<String> faults) {
  /// Whether nothing was found.
  public boolean good() {
    return faults.isEmpty();
  }

  /// One line with the numbers.
  public String closingLine() {
    return "%d rounds, %d kills of the server, %d of %d failpoints hit, %d kills of a Redis, %d ports stolen, %d times the disk was full, %d tasks acknowledged, %d databases made, %d faults found"
        .formatted(
            rounds,
            kills,
            hit.size(),
            Failpoint.values().length,
            redisKills,
            stolenPorts,
            fullDisks,
            tasks,
            databases,
            faults.size());
  }

  /// The line for those who count.
  public String verdict() {
    return "%d passed, %d failed".formatted(rounds - failedRounds, failedRounds);
  }
}
