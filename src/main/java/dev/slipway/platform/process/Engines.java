package dev.slipway.platform.process;

import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the engine that databases run on: one on the search path, else the one that comes with
/// Slipway. Looked for once, at the first use.
public final class Engines {
  private final SearchPath searchPath;
  private final BundledEngine bundled;
  private @Nullable Engine found;

  /// @param searchPath folders to search, as in the environment's `PATH`
  /// @param dataFolder the server's data folder, where the engine that comes along is unpacked
  public Engines(String searchPath, Path dataFolder) {
    this.searchPath = SearchPath.of(searchPath);
    this.bundled = new BundledEngine(dataFolder.resolve("engines"));
  }

  /// The engine.
  ///
  /// @throws PlatformException when there is none, or it has gone from where it was
  public synchronized Engine engine() throws PlatformException {
    if (found == null) {
      found = find();
    }
    if (!found.present()) {
      throw Failures.engineGone(found.binary());
    }
    return found;
  }

  /// Those that are there, the one first that serves databases; nothing is unpacked.
  List<Engine> all() {
    return Stream.concat(onPath(), bundled.unpacked().flatMap(Engine::ask).stream()).toList();
  }

  /// Whether one comes along for this system.
  boolean comesAlong() {
    return bundled.comesAlong();
  }

  private Engine find() throws PlatformException {
    Optional<Engine> first = onPath().findFirst();
    return first.isPresent() ? first.get() : unpack();
  }

  private Stream<Engine> onPath() {
    return Stream.of("redis-server", "valkey-server")
        .flatMap(searchPath::places)
        .flatMap(path -> Engine.ask(path).stream());
  }

  private Engine unpack() throws PlatformException {
    try {
      return bundled.unpack().flatMap(Engine::ask).orElseThrow(Failures::noEngine);
    } catch (IOException e) {
      throw Failures.of("unpack the engine", bundled.engines(), e);
    }
  }
}
