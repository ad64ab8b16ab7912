package dev.slipway.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccountRoutesTest {
  @TempDir Path folder;
  private ApiServer server;
  private Client owner;

  @BeforeEach
  void start() {
    server = ApiServer.start(folder);
    owner = server.owner(1);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void rootShowsTheAccountAndTheKeyThatAsks() {
    var account = owner.get("/v1/").json().get("account");

    assertThat(account.get("id").asInt()).isEqualTo(1);
    assertThat(account.get("name").asString()).isEqualTo("account 1");
    assertThat(account.get("createdTimestamp").asString()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(account.at("/key/name").asString()).isEqualTo("key-of-OWNER");
    assertThat(account.at("/key/allowedSourceIps").toString()).isEqualTo("[\"0.0.0.0/0\"]");
    assertThat(account.at("/key/owner/email").asString()).isEqualTo("OWNER@example.com");
    assertThat(account.at("/key/httpSourceIp").asString()).isEqualTo("127.0.0.1");
  }

  @Test
  void paymentMethodIsTheOneCardThatClientsLookFor() {
    var json = owner.get("/v1/payment-methods").json();

    assertThat(json.get("paymentMethods").size()).isEqualTo(1);
    assertThat(json.at("/paymentMethods/0/type").asString()).isEqualTo("Visa");
    assertThat(json.at("/paymentMethods/0/creditCardEndsWith").isInt()).isTrue();
    assertThat(json.at("/paymentMethods/0/creditCardEndsWith").asInt()).isEqualTo(5556);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 57",
    "?provider=AWS, 22",
    "?provider=gcp, 35",
    "?provider=, 57",
    "?provider=Azure, 0"
  })
  void regionsCanBeNarrowedToACloud(String query, int count) {
    assertThat(owner.get("/v1/regions" + query).json().get("regions").size()).isEqualTo(count);
  }

  @Test
  void unknownCloudIsABadRequest() {
    assertThat(owner.get("/v1/regions?provider=moon").status()).isEqualTo(400);
  }

  @Test
  void persistenceChoicesBearTheNamesAndTitlesOfTheApi() {
    var options = owner.get("/v1/data-persistence").json().get("dataPersistence");

    assertThat(
            options
                .valueStream()
                .map(
                    option ->
                        option.get("name").asString()
                            + ": "
                            + option.get("description").asString()))
        .containsExactly(
            "none: None",
            "aof-every-1-second: Append only file (AOF) - fsync every 1 second",
            "aof-every-write: Append only file (AOF) - fsync every write",
            "snapshot-every-1-hour: Snapshot every 1 hour",
            "snapshot-every-6-hours: Snapshot every 6 hour",
            "snapshot-every-12-hours: Snapshot every 12 hour");
  }

  @Test
  void modulesAreNamedWithTheirParameters() {
    var modules = owner.get("/v1/database-modules").json().get("modules");

    assertThat(modules.valueStream().map(module -> module.get("name").asString()))
        .contains("RedisBloom", "RediSearch", "RedisJSON", "RedisTimeSeries");
    assertThat(modules.at("/1/parameters/0/defaultValue").asInt()).isEqualTo(1_000_000);
  }

  @Test
  void oneVersionIsTheDefault() {
    var versions = owner.get("/v1/subscriptions/redis-versions").json().get("redisVersions");

    assertThat(
            versions
                .valueStream()
                .filter(version -> version.get("isDefault").asBoolean())
                .map(version -> version.get("version").asString()))
        .containsExactly("7.4");
  }
}
