package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// A program is ready only after it has looked at every database that it found when it started.
final class ReadyAfterLooks implements Invariant {
  private final Map<Integer, Integer> looksAtStart = new HashMap<>();
  private Instant start = Instant.MIN;

  @Override
  public Stream<String> faults(Moment moment) {
    if (!moment.upSince().equals(start)) {
      start = moment.upSince();
      looksAtStart.clear();
      moment
          .before()
          .databases()
          .forEach(found -> looksAtStart.put(found.id(), looks(found, moment)));
    }
    return moment
        .now()
        .databases()
        .filter(database -> moment.ready() && looks(database, moment) == looksBefore(database))
        .map(database -> "ready, and nobody has looked at " + database.ref());
  }

  private int looksBefore(Resource<DatabaseSpec> database) {
    return looksAtStart.getOrDefault(database.id(), -1);
  }

  private static int looks(Resource<DatabaseSpec> database, Moment moment) {
    return moment.world().site(database.id()).looks;
  }
}
