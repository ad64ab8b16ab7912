package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhereaboutsTest {
  private final Whereabouts whereabouts = new Whereabouts(new ProcessTable());

  @Test
  void processIsFoundWhereItWorksAlsoWhenItCameAfterAnEarlierSearch(@TempDir Path given)
      throws Exception {
    Path folder = given.toRealPath();
    assertThat(whereabouts.now()).doesNotContainKey(folder);
    Process sleeper = new ProcessBuilder("sleep", "60").directory(folder.toFile()).start();
    try {
      // Between fork and exec it still works where its parent does.
      while (sleeper.info().command().filter(name -> name.endsWith("sleep")).isEmpty()) {
        Thread.sleep(1);
      }

      assertThat(whereabouts.now()).containsEntry(folder, List.of(sleeper.pid()));
    } finally {
      sleeper.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void everyQuestionThatComesLaterIsAnsweredAfresh() throws IOException {
    Map<Path, List<Long>> first = whereabouts.now();

    assertThat(whereabouts.now()).isNotSameAs(first);
  }
}
