package dev.slipway.e2e;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A test of the Terraform provider's whole sequence, which is played once; each test looks at one
/// thing that unmodified clients demand of the answers (client-contract 6; traps by their number).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TerraformTest {
  Site site;

  Walker walker;

  TerraformRun run;

  @BeforeAll
  void play(@TempDir Path data) throws Exception {
    site = Site.open(data, 14_100);
    walker = site.walker();
    run = new TerraformRun(walker);
  }

  @AfterAll
  void close() throws Exception {
    site.close();
  }

  static List<String> words(JsonNode list, String field) {
    return list.valueStream().map(element -> element.get(field).asString()).toList();
  }
}
