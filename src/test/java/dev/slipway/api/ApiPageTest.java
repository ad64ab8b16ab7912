package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.http.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What of the published API is there: our operations beside the bare facts of the public document,
/// and the page that says so.
final class ApiPageTest {
  private static final Path PAGE = Path.of("docs/api.md");

  @TempDir Path folder;
  private List<Operation> ours = List.of();
  private List<Fact> facts = List.of();

  /// One operation of the public document that a flexible or annual account has.
  private record Fact(String method, String path, String id, String family) {
    String address() {
      return method + " " + path;
    }
  }

  @BeforeEach
  void read() throws IOException {
    try (ApiServer server = ApiServer.start(folder);
        InputStream in = getClass().getResourceAsStream("/api-facts.json")) {
      ours = server.operations();
      facts = facts(JsonMapper.shared().readTree(in));
    }
  }

  @Test
  void publishedApiHasOneHundredTwentyNineOperationsForTheseAccounts() {
    assertThat(facts).hasSize(129);
  }

  @Test
  void everyOperationIsOneOfThePublishedOnesUnderItsName() {
    Map<String, String> published =
        facts.stream().collect(Collectors.toMap(fact -> plain(fact.address()), Fact::id));

    assertThat(ours)
        .allSatisfy(
            operation ->
                assertThat(published.get(plain(operation.method() + " " + operation.path())))
                    .isEqualTo(operation.id()));
  }

  @Test
  void pageSaysWhatIsThere() throws IOException {
    Path fresh = Path.of("target/api.md");
    Files.createDirectories(fresh.getParent());
    Files.writeString(fresh, page());

    assertThat(PAGE).as("copy " + fresh + " there").hasSameTextualContentAs(fresh);
  }

  private String page() {
    Map<String, List<Fact>> families =
        facts.stream()
            .collect(Collectors.groupingBy(Fact::family, LinkedHashMap::new, Collectors.toList()));
    Map<String, Operation> there =
        ours.stream()
            .collect(
                Collectors.toMap(
                    operation -> plain(operation.method() + " " + operation.path()),
                    operation -> operation));
    List<String> lines = new ArrayList<>();
    lines.add("# Operations");
    lines.add("");
    lines.add(
        "%d of the %d operations that flexible and annual accounts have. A test keeps this page true."
            .formatted(there.size(), facts.size()));
    lines.add("What is emulated has its whole life here and reaches no cloud.");
    lines.add("Backups and imports are checked in full and then refused: nothing stores them yet.");
    families.forEach(
        (family, operations) -> {
          lines.add("");
          lines.add("## " + family);
          lines.add("");
          lines.add("| operation | name | here |");
          lines.add("|---|---|---|");
          operations.forEach(
              fact ->
                  lines.add(
                      "| `%s` | %s | %s |"
                          .formatted(fact.address(), fact.id(), here(fact, there))));
        });
    return String.join("\n", lines) + "\n";
  }

  private static String here(Fact fact, Map<String, Operation> there) {
    Operation operation = there.get(plain(fact.address()));
    if (operation == null) {
      return "no";
    }
    return operation.emulated() ? "emulated" : "yes";
  }

  private static List<Fact> facts(JsonNode document) {
    List<Fact> facts = new ArrayList<>();
    for (JsonNode operation : document.get("operations")) {
      String path = operation.get("path").asString().substring("/v1".length());
      if (!path.startsWith("/fixed") && !path.contains("data-integration-workspace")) {
        facts.add(
            new Fact(
                operation.get("method").asString(),
                path,
                operation.get("operationId").asString(),
                operation.at("/tags/0").asString()));
      }
    }
    return facts;
  }

  /// Names of parameters are nobody's business but the router's.
  private static String plain(String address) {
    return address.replaceAll("\\{[^}]+}", "{}");
  }
}
