package dev.slipway.platform.process;

import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Ends a database's Redis: asked first, killed after a grace and what patience there is. What is
/// ended is always the one process that was found in the folder, be it removed; should another have
/// its pid by now, nothing is.
///
/// @param grace how long one that is stopped may take to end by itself; any other gets {@link
///   #USUAL}, and one with patience that each time
record Ending(Residents residents, MemoryGroups groups, Duration grace, Patience.Source patience) {
  /// What one gets while a server runs.
  static final Duration USUAL = Duration.ofSeconds(5);

  /// Ends the Redis in this folder, and whatever else of it works there, and removes its control
  /// group.
  ///
  /// @param resident the one that was found, if there is one
  void end(Optional<Resident> resident, DatabaseFolder folder)
      throws IOException, PlatformException {
    if (resident.isPresent()) {
      end(resident.get(), folder);
    }
    for (Resident left : residents.all(folder)) {
      end(left, folder);
    }
    groups.remove(folder);
  }

  /// Ends what is left in a folder where no Redis lives: children that save, and know nothing that
  /// their Redis did not.
  void endSavers(DatabaseFolder folder) throws IOException, PlatformException {
    for (Resident saver : residents.working(folder)) {
      end(saver, folder);
    }
  }

  private void end(Resident resident, DatabaseFolder folder) throws IOException, PlatformException {
    Optional<Path> group = groups.of(folder, resident.pid());
    awaitEnd(resident, folder);
    if (group.isPresent()) {
      MemoryGroups.remove(group.get());
    }
  }

  private void awaitEnd(Resident resident, DatabaseFolder folder)
      throws IOException, PlatformException {
    Patience present = patience.with(resident, folder);
    Duration wait = grace;
    do {
      // Asked again each time: a Redis that writes its first append-only file refuses to end.
      handle(resident, folder).ifPresent(ProcessHandle::destroy);
      if (residents.goneWithin(wait, resident) || busy(resident, wait)) {
        return;
      }
      wait = USUAL;
    } while (present.more());
    handle(resident, folder).ifPresent(ProcessHandle::destroyForcibly);
    if (!residents.goneWithin(USUAL, resident)) {
      throw Failures.passing("Redis (process %d) cannot be ended.".formatted(resident.pid()));
    }
  }

  /// One that is not stopped may be at a long command, and has data to save when that is over: it
  /// gets the usual time, however short the grace.
  ///
  /// @param waited how long it was waited for already
  /// @return whether it has ended by then
  private boolean busy(Resident resident, Duration waited) throws IOException, PlatformException {
    Duration more = USUAL.minus(waited);
    return more.isPositive()
        && !residents.stopped(resident)
        && residents.goneWithin(more, resident);
  }

  private Optional<ProcessHandle> handle(Resident resident, DatabaseFolder folder) {
    return residents.lives(resident, folder) ? ProcessHandle.of(resident.pid()) : Optional.empty();
  }
}
