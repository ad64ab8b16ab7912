package dev.slipway.platform.process;

import dev.slipway.model.Transfer;
import dev.slipway.model.Transfer.Reason;
import dev.slipway.platform.PlatformException;
import dev.slipway.platform.TransferException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A Redis beside a database's own, of the same engine and user, that loads what is to replace the
/// database's data. Only what it holds whole, and within the memory of the database, goes on.
///
/// @param firstPort of those that it may listen on, on loopback
record ScratchRedis(
    Control control,
    Configurer configurer,
    Starter starter,
    Residents residents,
    Ending ending,
    int firstPort,
    int lastPort) {
  /// What a Redis reads at its start.
  static final String FILE = "dump.rdb";

  private static final Duration LONGEST_LOAD = Duration.ofMinutes(10);

  /// Makes its folder, empty.
  void make(DatabaseFolder folder) throws IOException, PlatformException {
    remove(folder);
    folder.make();
  }

  /// Ends it and removes its folder; it may be one that an earlier server has left.
  void remove(DatabaseFolder folder) throws IOException, PlatformException {
    // Also without its folder: a Redis or its group may be left of one that was erased meanwhile.
    ending.end(residents.of(folder), folder);
    if (folder.exists()) {
      folder.erase();
    }
  }

  /// Starts it with the file in its folder.
  ///
  /// @param limit bytes of memory that the data may need
  /// @throws TransferException when it cannot load the file, or needs more
  void load(DatabaseFolder folder, long limit)
      throws IOException, PlatformException, TransferException {
    configurer.writeScratch(folder);
    EngineLog log = new EngineLog(folder);
    BooleanSupplier running = starter.begin(folder, log, limit);
    Load load =
        Poll.find(LONGEST_LOAD, () -> look(folder, running, limit))
            .orElseThrow(ScratchRedis::unfinished);
    switch (load) {
      case Load.Whole _ -> {}
      case Load.TooLarge(long used) -> throw tooLarge(limit, used);
      case Load.Refused _ -> throw refused(folder, limit);
    }
  }

  /// Loads the file that is in its folder now into what it holds already. A key that is in both is
  /// that of the later file.
  ///
  /// @throws TransferException as {@link #load}
  void merge(DatabaseFolder folder, long limit) throws IOException, TransferException {
    try (RedisConnection redis = control.connect(folder)) {
      String answer = redis.begin("DEBUG", "RELOAD", "NOSAVE", "NOFLUSH", "MERGE");
      if (!answer.equals("+OK")) {
        throw refused(folder, limit);
      }
    } catch (IOException e) {
      // One that the kernel has just ended may be seen for a moment yet.
      if (ending.groups().exceeded(folder) || residents.of(folder).isEmpty()) {
        throw refused(folder, limit);
      }
      throw e;
    }
    long used = control.ask(folder).facts().usedMemory();
    if (used > limit) {
      throw tooLarge(limit, used);
    }
  }

  private static TransferException unfinished() {
    return new TransferException(
        Reason.GENERAL_ERROR,
        "The file was not loaded after %s minutes.".formatted(LONGEST_LOAD.toMinutes()));
  }

  /// Why it does not have the file: the kernel may have ended it before it could be asked.
  private TransferException refused(DatabaseFolder folder, long limit) throws IOException {
    if (ending.groups().exceeded(folder)) {
      return tooLarge(limit, MemoryGroups.limit(limit));
    }
    String words = new EngineLog(folder).lastWords(0);
    return new TransferException(
        Reason.FILE_CORRUPTED, "Redis does not load the file: %s".formatted(words));
  }

  private sealed interface Load {
    record Whole() implements Load {}

    record TooLarge(long used) implements Load {}

    record Refused() implements Load {}
  }

  private Optional<Load> look(DatabaseFolder folder, BooleanSupplier running, long limit) {
    boolean runs = running.getAsBoolean();
    try {
      Report report = control.ask(folder);
      long used = report.facts().usedMemory();
      if (used > limit) {
        return Optional.of(new Load.TooLarge(used));
      }
      return report.loading() ? Optional.empty() : Optional.of(new Load.Whole());
    } catch (IOException _) {
      return runs ? Optional.empty() : Optional.of(new Load.Refused());
    }
  }

  /// It was too much, by its memory or by the length of the file alone.
  static TransferException tooLarge(long limit, long expected) {
    return new TransferException(
        new Transfer.Failure(
            Reason.FILE_LARGER_THAN_MEM_LIMIT,
            "The data needs at least %s bytes and the database has %s. Make it larger first."
                .formatted(expected, limit),
            new Transfer.Bytes(expected, limit)));
  }

  /// Lets it be reached on loopback, by Slipway's own user alone.
  ///
  /// @return the port
  int listen(DatabaseFolder folder) throws IOException, TransferException {
    // The file may come from the very database, whose stream of writes it would have on from where
    // it is: nothing of the data would be taken over.
    control.change(folder, List.of(List.of("DEBUG", "CHANGE-REPL-ID")));
    for (int port = firstPort; port <= lastPort; port++) {
      if (listen(folder, port)) {
        return port;
      }
    }
    throw new TransferException(
        Reason.GENERAL_ERROR,
        "No port from %s to %s is free. Free one, or name others with --internal-ports."
            .formatted(firstPort, lastPort));
  }

  /// Whether nobody else has the port.
  private boolean listen(DatabaseFolder folder, int port) throws IOException {
    try {
      control.change(folder, List.of(List.of("CONFIG", "SET", "port", Integer.toString(port))));
      return true;
    } catch (RedisRefusal _) {
      return false;
    }
  }
}
