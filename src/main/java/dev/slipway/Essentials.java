package dev.slipway;

import dev.slipway.api.CatalogueFile;
import dev.slipway.model.Catalogue;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Limits;
import dev.slipway.model.TimeOrderedIds;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/// What is handed to every stage, so that none makes its own: time, randomness, names, rules.
///
/// @param incarnation names this run of the server
record Essentials(
    InstantSource clock,
    SecureRandom random,
    TimeOrderedIds ids,
    String incarnation,
    Limits limits,
    Catalogue catalogue,
    Failpoints failpoints) {
  /// Those of a real run.
  ///
  /// @throws CannotStart when the catalogue that the configuration names cannot be read
  static Essentials of(Config config, Failpoints failpoints) {
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    TimeOrderedIds ids = new TimeOrderedIds(clock, random);
    return new Essentials(
        clock,
        random,
        ids,
        ids.get().toString(),
        config.limits(),
        config.catalogue().map(Essentials::read).orElseGet(CatalogueFile::builtIn),
        failpoints);
  }

  private static Catalogue read(Path file) {
    try {
      return CatalogueFile.read(file);
    } catch (IllegalArgumentException | IOException e) {
      throw new CannotStart("--catalogue: " + e.getMessage(), e);
    }
  }
}
