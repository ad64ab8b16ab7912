package dev.slipway.refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/// The stages of a run of the table: each scene is set once, and again after a row went wrong.
///
/// Where `refusals.scenes` names a folder, scenes are kept there as well and copied from then on:
/// the mutation run asks one row in a server of its own again and again, and what it has changed in
/// the code is not to change what was before.
final class Stages implements AutoCloseable {
  private static final String KEPT = System.getProperty("refusals.scenes", "");
  private static final String NOTES = "notes.properties";
  private static final String PASSED = "passed";

  private final Path folder;
  private final Map<Scene, Stage> open = new HashMap<>();

  /// @param folder for the files of the servers
  Stages(Path folder) {
    this.folder = folder;
  }

  /// Where this scene is set.
  Stage of(Scene scene) {
    return open.computeIfAbsent(
        scene, wanted -> KEPT.isEmpty() ? Stage.set(wanted, fresh()) : copy(wanted));
  }

  /// What went wrong there is not to go wrong for the next row too.
  void drop(Scene scene) {
    Stage stage = open.remove(scene);
    if (stage != null) {
      stage.close();
    }
  }

  @Override
  public void close() {
    open.values().forEach(Stage::close);
    open.clear();
  }

  private Stage copy(Scene scene) {
    Path kept = Path.of(KEPT, scene.name());
    try {
      if (!Files.exists(kept.resolve(NOTES))) {
        keep(scene, Files.createDirectories(kept));
      }
      Path copy = fresh();
      try (Stream<Path> files = Files.list(kept)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, copy.resolve(file.getFileName().toString()));
        }
      }
      Properties notes = new Properties();
      try (var in = Files.newInputStream(copy.resolve(NOTES))) {
        notes.load(in);
      }
      Duration passed = Duration.parse(notes.getProperty(PASSED, ""));
      Map<String, String> numbers = new HashMap<>();
      notes.forEach((name, number) -> numbers.put(name.toString(), number.toString()));
      return Stage.again(scene, copy, numbers, passed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keep(Scene scene, Path kept) throws IOException {
    Properties notes = new Properties();
    try (Stage stage = Stage.set(scene, kept)) {
      notes.putAll(stage.kept());
      notes.setProperty(PASSED, stage.passed().toString());
    }
    try (var out = Files.newOutputStream(kept.resolve(NOTES))) {
      notes.store(out, null);
    }
  }

  /// An empty folder.
  Path fresh() {
    try {
      return Files.createTempDirectory(folder, "scene");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
