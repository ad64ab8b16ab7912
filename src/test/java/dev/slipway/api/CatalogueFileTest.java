package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.SubscriptionSpec.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CatalogueFileTest {
  @TempDir Path folder;

  private static String builtIn() throws IOException {
    try (InputStream in = CatalogueFile.class.getResourceAsStream("catalogue.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("catalogue.json"), text);
  }

  @Test
  void builtInCatalogueHasWhatPublicExamplesAskFor() {
    var catalogue = CatalogueFile.builtIn();

    assertThat(catalogue.defaultVersion().version()).isEqualTo("7.4");
    assertThat(catalogue.version("latest")).get().extracting("version").isEqualTo("8.6");
    assertThat(catalogue.region(Provider.AWS, "eu-west-1")).get().extracting("id").isEqualTo(4);
    assertThat(catalogue.region(Provider.GCP, "us-central1")).get().extracting("id").isEqualTo(27);
    assertThat(catalogue.paymentMethods())
        .singleElement()
        .matches(method -> method.validIn(YearMonth.of(2030, 1)));
    assertThat(catalogue.cloudAccounts().getFirst().name()).isEqualTo("Redis Internal Resources");
  }

  @Test
  void everyRegionHasThreeZonesAndATimeZoneThatExists() {
    assertThat(CatalogueFile.builtIn().regions())
        .allSatisfy(
            region -> {
              assertThat(region.zones()).hasSize(3);
              assertThat(ZoneId.of(region.timeZone())).isNotNull();
            });
  }

  @Test
  void shardUnitsAreListedFromTheSmallest() {
    assertThat(CatalogueFile.builtIn().shardUnits())
        .isSortedAccordingTo((a, b) -> Double.compare(a.memoryGb(), b.memoryGb()));
  }

  @ParameterizedTest
  @CsvSource({"6.2, 50, very-large", "8.0, 50, xlarge", "8.2, 10, flex-10", "8.6, 50, flex-50"})
  void everyVersionHasAShardOnFlash(String version, int ramPercentage, String unit) {
    assertThat(CatalogueFile.builtIn().flashUnit(version, ramPercentage))
        .get()
        .extracting("name")
        .isEqualTo(unit);
  }

  @Test
  void ownCatalogueIsRead() throws IOException {
    var own = CatalogueFile.read(file(builtIn().replace("\"USD\"", "\"EUR\"")));

    assertThat(own.currency()).isEqualTo("EUR");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"id\": 2, \"name\": \"us-west-1\"', '\"id\": 1, \"name\": \"us-west-1\"', region id is there twice: 1",
    "'\"zones\": [\"us-east-1a\", \"us-east-1b\", \"us-east-1c\"], ', '', zones",
    "'\"regions\": [', '\"reggions\": [', regions",
    "'\"memoryGb\": 0.1', '\"memoryGb\": \"small\"', shardUnits[0].memoryGb",
    "'\"provider\": \"GCP\"', '\"provider\": \"Moon\"', '[AWS, GCP]'",
    "'\"expirationMonth\": 12', '\"expirationMonth\": null', expirationMonth",
  })
  void faultsAreNamed(String right, String wrong, String named) throws IOException {
    Path file = file(builtIn().replace(right, wrong));

    assertThatThrownBy(() -> CatalogueFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(named);
  }
}
