package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where programs are searched for.
final class SearchPathTest {
  @Test
  void foldersAreSearchedInTheirOrder() {
    assertThat(SearchPath.of("/b:/a").places("program"))
        .containsExactly(Path.of("/b/program"), Path.of("/a/program"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", ":/a", "/a::/b", "/a:"})
  void workingFolderIsNotSearched(String path) {
    assertThat(SearchPath.of(path).places("program")).doesNotContain(Path.of("program"));
  }
}
