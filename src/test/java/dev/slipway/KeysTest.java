package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// New keys for a folder that no server needs to run on.
final class KeysTest {
  private static final String URL = "http://127.0.0.1:7447/v1";

  @TempDir private Path data;

  @Test
  void storeThatCannotBeOpenedIsNamedInOneLine() throws Exception {
    Path rows = Files.writeString(data.resolve(DataFolder.ROWS), "no rows at all".repeat(500));

    assertThatThrownBy(() -> Keys.replaceIn(data, URL))
        .isInstanceOfSatisfying(
            CannotStart.class,
            refusal ->
                assertThat(refusal.lines()).singleElement().asString().contains(rows.toString()));
  }
}
