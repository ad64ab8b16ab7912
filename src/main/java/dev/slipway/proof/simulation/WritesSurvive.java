package dev.slipway.proof.simulation;

import java.util.stream.Stream;

/// I9: what a database with an append-only file has acknowledged is there after its next start.
final class WritesSurvive implements Invariant {
  @Override
  public Stream<String> faults(Moment moment) {
    return moment.world().used().stream()
        .filter(site -> site.lostWrites)
        .map(site -> "writes were lost: " + site);
  }
}
