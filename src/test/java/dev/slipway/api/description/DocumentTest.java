package dev.slipway.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our description is the published one, but for what `docs/deviations.md` says.
final class DocumentTest {
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;

  @Test
  void differsFromThePublishedOneOnlyOnPurpose() throws IOException {
    SortedSet<String> differences = Differences.between(ours(), facts());
    Files.write(Path.of("target/differences.txt"), differences);

    assertThat(differences)
        .allSatisfy(difference -> assertThat(reasons()).anyMatch(difference::matches));
  }

  @Test
  void everyDeviationThatThePageNamesIsOne() throws IOException {
    SortedSet<String> differences = Differences.between(ours(), facts());

    assertThat(reasons())
        .isNotEmpty()
        .allSatisfy(reason -> assertThat(differences).anyMatch(line -> line.matches(reason)));
  }

  @Test
  void pageIsServedWithTheDocumentAndWithoutAKey() throws Exception {
    try (ApiServer server = ApiServer.start(folder)) {
      assertThat(server.stranger("", "").get("/v1/openapi.json").json().at("/openapi").asString())
          .isEqualTo("3.1.0");
    }
  }

  @Test
  void keyOfTheAccountIsAskedForFirst() throws IOException {
    assertThat(ours().at("/components/securitySchemes").propertyNames())
        .containsExactly("accountKey", "userKey");
  }

  @Test
  void bodyThatNobodyWantsMayBeRefusedToo() throws IOException {
    assertThat(ours().at("/paths/~1v1~1users~1{userId}/delete/responses").propertyNames())
        .contains("413", "415");
  }

  @Test
  void fileThatIsStillTheSameIsNotSentAgain() throws IOException {
    assertThat(ours().at("/paths/~1v1~1cost-report~1{costReportId}/get/responses").propertyNames())
        .contains("200", "304");
  }

  /// A line of the page that begins with differences in back quotes, a star standing for anything.
  private static List<String> reasons() throws IOException {
    return Files.readAllLines(Path.of("docs/deviations.md")).stream()
        .filter(line -> line.startsWith("- `"))
        .flatMap(line -> QUOTED.matcher(line.substring(0, line.lastIndexOf('`') + 1)).results())
        .map(quoted -> Pattern.quote(quoted.group(1)).replace("*", "\\E.*\\Q"))
        .toList();
  }

  private JsonNode ours() throws IOException {
    try (ApiServer server = ApiServer.start(folder)) {
      return JSON.valueToTree(Document.of(server.operations(), "1"));
    }
  }

  private JsonNode facts() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/api-facts.json")) {
      return JSON.readTree(in);
    }
  }
}
