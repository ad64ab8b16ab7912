package dev.slipway.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule of the API that a request can break, one row each.
final class RefusalTableTest {
  private static final Map<Scene, Stage> STAGES = new HashMap<>();

  @TempDir static Path folder;

  static List<Row> rows() {
    return RefusalTable.rows();
  }

  @AfterAll
  static void close() {
    STAGES.values().forEach(Stage::close);
    STAGES.clear();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void requestIsRefused(Row row) {
    Stage stage = STAGES.computeIfAbsent(row.scene(), scene -> Stage.set(scene, folder()));

    String verdict = stage.verdict(row);

    if (!verdict.isEmpty()) { // what went wrong here is not to go wrong in the next row too
      STAGES.remove(row.scene());
      stage.close();
    }
    assertThat(verdict).as(row.toString()).isEmpty();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(folder, "scene");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
