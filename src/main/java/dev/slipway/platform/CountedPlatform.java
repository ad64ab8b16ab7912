package dev.slipway.platform;

import dev.slipway.model.Counts;
import dev.slipway.model.Wanted;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/// A platform of which it is counted what is done to it and what becomes of that.
public final class CountedPlatform implements Platform {
  private final Platform platform;
  private final Counts counts;
  private final LongSupplier nanos;
  private final Set<Integer> served = ConcurrentHashMap.newKeySet();
  private final Map<Integer, Integer> epochs = new ConcurrentHashMap<>();

  /// @param counts where it is counted: an action such as `start` as `done` or `failed`, and a
  ///   `look` with how the Redis was, such as `serving`
  /// @param nanos measures how long something takes, as `System.nanoTime` does
  public CountedPlatform(Platform platform, Counts counts, LongSupplier nanos) {
    this.platform = platform;
    this.counts = counts;
    this.nanos = nanos;
  }

  private interface Work<T> {
    T run() throws PlatformException;
  }

  private interface Wording<T> {
    String of(T result);
  }

  private <T> T counted(String step, Work<T> work, Wording<T> outcome) throws PlatformException {
    long begin = nanos.getAsLong();
    String word = "failed";
    try {
      T result = work.run();
      word = outcome.of(result);
      return result;
    } finally {
      counts.steps().add(new Counts.Deed(step, word), Duration.ofNanos(nanos.getAsLong() - begin));
    }
  }

  @Override
  public Observed observe(int databaseId, Wanted wanted) throws PlatformException {
    Observed seen =
        counted("look", () -> platform.observe(databaseId, wanted), found -> word(found.process()));
    if (seen.process() == Observed.Life.SERVING) {
      served.add(databaseId);
    }
    Integer before = epochs.put(databaseId, wanted.spec().epoch());
    if (before != null && before < wanted.spec().epoch()) {
      counts.failovers().add(wanted.spec().epoch() - before);
    }
    return seen;
  }

  @Override
  public void apply(Action action, int databaseId, Wanted wanted) throws PlatformException {
    var _ =
        counted(
            word(action),
            () -> {
              platform.apply(action, databaseId, wanted);
              return action;
            },
            _ -> "done");
    switch (action) {
      case START -> {
        if (served.contains(databaseId)) {
          counts.restarts().increment();
        }
      }
      case ERASE -> {
        served.remove(databaseId);
        epochs.remove(databaseId);
      }
      case CONFIGURE, FOLLOW, UNFOLLOW, FLUSH, STOP -> {}
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean ended(int databaseId) {
    return platform.ended(databaseId);
  }

  @Override
  public boolean free(int port) {
    return platform.free(port);
  }

  @Override
  public void onSuspicion(IntConsumer look) {
    platform.onSuspicion(look);
  }
}
