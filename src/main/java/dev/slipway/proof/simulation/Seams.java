package dev.slipway.proof.simulation;

import dev.slipway.command.Commands;
import dev.slipway.model.Limits;
import dev.slipway.model.Unwritten;
import dev.slipway.platform.Platform;
import dev.slipway.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/// What is put around the parts that a program is handed. Tests break the code on purpose here, to
/// see that it is noticed.
///
/// @param file changes the file of the store before the first start
/// @param limits of lane and reconciler; commands have their own
/// @param sweep one round of the sweeper
/// @param since when a reconciler believes that its program began
/// @param unwritten what is laid over the rows of databases when they are shown
public record Seams(
    Consumer<Path> file,
    UnaryOperator<Store> store,
    UnaryOperator<Platform> platform,
    UnaryOperator<Commands> commands,
    UnaryOperator<Limits> limits,
    UnaryOperator<IntSupplier> sweep,
    UnaryOperator<Instant> since,
    UnaryOperator<Unwritten> unwritten) {
  /// Nothing is put around anything.
  public static final Seams NONE =
      new Seams(
          _ -> {},
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          UnaryOperator.identity());

  /// The same with this done to the file.
  public Seams withFile(Consumer<Path> change) {
    return new Seams(change, store, platform, commands, limits, sweep, since, unwritten);
  }

  /// The same with this around the store.
  public Seams withStore(UnaryOperator<Store> around) {
    return new Seams(file, around, platform, commands, limits, sweep, since, unwritten);
  }

  /// The same with this around the platform.
  public Seams withPlatform(UnaryOperator<Platform> around) {
    return new Seams(file, store, around, commands, limits, sweep, since, unwritten);
  }

  /// The same with this around what commands do.
  public Seams withCommands(UnaryOperator<Commands> around) {
    return new Seams(file, store, platform, around, limits, sweep, since, unwritten);
  }

  /// The same with other limits.
  public Seams withLimits(UnaryOperator<Limits> change) {
    return new Seams(file, store, platform, commands, change, sweep, since, unwritten);
  }

  /// The same with this around a round of the sweeper.
  public Seams withSweep(UnaryOperator<IntSupplier> around) {
    return new Seams(file, store, platform, commands, limits, around, since, unwritten);
  }

  /// The same with another time at which reconcilers believe that their program began.
  public Seams withSince(UnaryOperator<Instant> change) {
    return new Seams(file, store, platform, commands, limits, sweep, change, unwritten);
  }

  /// The same with this around what is laid over the rows of databases.
  public Seams withUnwritten(UnaryOperator<Unwritten> around) {
    return new Seams(file, store, platform, commands, limits, sweep, since, around);
  }
}
