package dev.slipway.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How SQLite goes about it.
final class SqlTasksTest {
  @TempDir Path folder;

  @Test
  void oldTasksAreFoundByTheIndexOfTheFinishedOnes() {
    try (InlineStore store = (InlineStore) Stores.inline(folder)) {
      List<String> steps =
          store
              .sql()
              .list(
                  "EXPLAIN QUERY PLAN " + SqlTasks.REMOVE_OLDER,
                  row -> row.text("detail"),
                  Stores.START,
                  1);

      assertThat(steps)
          .anyMatch(step -> step.contains("INDEX task_finished (changed_at<?)"))
          .noneMatch(step -> step.startsWith("SCAN"));
    }
  }
}
