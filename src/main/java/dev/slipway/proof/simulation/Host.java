package dev.slipway.proof.simulation;

import dev.slipway.command.Commands;
import dev.slipway.command.Handlers;
import dev.slipway.command.Installation;
import dev.slipway.model.Caller;
import dev.slipway.model.Limits;
import dev.slipway.platform.Platform;
import dev.slipway.store.Store;
import dev.slipway.store.sql.Documents;
import dev.slipway.store.sql.InlineStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

/// What is there before a program starts and after it was killed: the file, the time, the world and
/// the clients.
final class Host {
  /// So few ports that some seeds run out of them.
  static final int FIRST_PORT = 10_000;

  static final int LAST_PORT = 10_015;

  final Path file;
  final VirtualClock clock = new VirtualClock();
  final World world = new World(clock);
  final CrashPoints crashPoints = new CrashPoints();
  final Trace trace;
  final Ledger ledger = new Ledger();
  final Marks marks = new Marks();
  final Chance chance;
  final Weather weather;
  final List<Caller> callers;
  private final SplittableRandom random;
  private final Documents documents;
  private InlineStore store;

  /// @param told whether the moves are written down
  Host(Workspace workspace, long seed, boolean told) {
    this.file = workspace.freshStore(seed);
    this.documents = workspace.documents().remembering();
    this.callers = workspace.callers();
    this.trace = new Trace(clock, told);
    this.chance = new Chance(seed);
    this.weather = new Weather(chance, trace, chance.of(List.of(0, 30, 8)));
    this.random = new SplittableRandom(~seed);
    this.store = InlineStore.openCopy(file, documents);
  }

  /// The rows as they are, whatever is put around the store for a program.
  InlineStore store() {
    return store;
  }

  /// The same as a program sees it.
  Store unreliableStore() {
    return new UnreliableStore(store, clock, weather, marks, trace);
  }

  /// A program was killed: what it had not committed was rolled back. To open the file again would
  /// take longer than the rest of its life; {@link #reopenStore} does it once a seed.
  void restartStore() {
    store = store.restarted();
  }

  /// Opens the file again.
  void reopenStore() {
    store = InlineStore.openCopy(file, documents);
  }

  Commands commands() {
    return new Handlers(
        Specs.catalogue(),
        Limits.standard(),
        new Installation("localhost", FIRST_PORT, LAST_PORT, false, List.of("7.0.15")),
        random);
  }

  Platform platform(Consumer<Duration> meanwhile) {
    return new FakePlatform(world, clock, weather, crashPoints, marks, trace, meanwhile);
  }

  UUID nextId() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
