package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ProblemTypeTest {
  @Test
  void everyTypeIsInTheApisEnum() throws IOException {
    assertThat(published()).containsAll(names());
  }

  private static Set<String> names() {
    return Stream.of(ProblemType.values()).map(Enum::name).collect(Collectors.toSet());
  }

  /// The enum of `ProcessorResponse.error` in the API's OpenAPI document.
  private static Set<String> published() throws IOException {
    try (InputStream in = ProblemTypeTest.class.getResourceAsStream("/error-types.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().collect(Collectors.toSet());
    }
  }
}
