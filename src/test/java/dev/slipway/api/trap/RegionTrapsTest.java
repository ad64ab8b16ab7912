package dev.slipway.api.trap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ActiveActiveTest;
import dev.slipway.model.Kind;
import tools.jackson.databind.JsonNode;

/// The trap of Active-Active databases, from several sides: whatever differs from the plan ends
/// Terraform with "inconsistent result after apply".
final class RegionTrapsTest extends ActiveActiveTest {
  /// A global value reaches the regions that have none of their own, and no others.
  @Trap(25)
  void globalValueHoldsWhereARegionHasNoneOfItsOwn() {
    String database = path(world());
    change(
        database,
        """
        {"regions":[{"region":"us-east-1","dataPersistence":"aof-every-write",
          "enableDefaultUser":true}]}
        """);

    change(
        database,
        "{\"globalDataPersistence\":\"none\",\"globalEnableDefaultUser\":false,\"enableTls\":true}");

    JsonNode shown = shown(database);
    assertThat(shown.get("globalEnableDefaultUser").asBoolean()).isFalse();
    JsonNode own = shown.at("/crdbDatabases/0");
    assertThat(own.get("region").asString()).isEqualTo("us-east-1");
    assertThat(own.get("dataPersistence").asString()).isEqualTo("aof-every-write");
    assertThat(own.at("/security/enableDefaultUser").asBoolean()).isTrue();
    JsonNode other = shown.at("/crdbDatabases/1");
    assertThat(other.get("dataPersistence").asString()).isEqualTo("none");
    assertThat(other.at("/security/enableDefaultUser").asBoolean()).isFalse();
    assertThat(own.at("/security/enableTls").asBoolean()).isTrue();
    assertThat(other.at("/security/enableTls").asBoolean()).isTrue();
  }

  private void change(String database, String body) {
    accepted("PUT", database + "/regions", body);
    settle(10_001);
  }

  /// Redis 8 brings what were modules; a list that nobody asked for would be a difference.
  @Trap(25)
  void databaseOfRedis8HasNoModulesUnlessAsked() {
    int world =
        accepted(
            "POST",
            "/subscriptions",
            TWO_REGIONS.replace("\"paymentMethod\"", "\"redisVersion\":\"8.2\",\"paymentMethod\""));

    JsonNode shown = shown(path(world));

    assertThat(shown.get("redisVersion").asString()).startsWith("8.");
    assertThat(shown.get("modules").isArray()).isTrue();
    assertThat(shown.get("modules")).isEmpty();
  }

  /// Terraform sends regions in any order, and reads them in one.
  @Trap(25)
  void regionsAreListedByName() {
    int world = world();

    assertThat(
            shown("/subscriptions/" + world + "/regions")
                .get("regions")
                .findValuesAsString("region"))
        .containsExactly("us-east-1", "us-east-2");
    assertThat(shown(path(world)).get("crdbDatabases").findValuesAsString("region"))
        .containsExactly("us-east-1", "us-east-2");
  }

  /// The provider reads where a subscription is before it has databases.
  @Trap(25)
  void cloudsAreShownWithoutDatabases() {
    int world = world();
    accepted("DELETE", path(world), "");
    server.forget(Kind.DATABASE, world);

    JsonNode shown = shown("/subscriptions/" + world);

    assertThat(shown.get("numberOfDatabases").asInt()).isZero();
    assertThat(shown.at("/cloudDetails/0/regions")).hasSize(2);
  }

  /// The provider asks for the certificate also where TLS is off, and fails on a refusal.
  @Trap(25)
  void certificateIsShownWithTlsOffToo() {
    server.trustAnchor("a certificate");
    String database = path(world());

    JsonNode certificate = shown(database + "/certificate");

    assertThat(shown(database).at("/crdbDatabases/0/security/enableTls").asBoolean()).isFalse();
    assertThat(certificate.get("publicCertificatePEMString").asString()).isEqualTo("a certificate");
  }

  private static String path(int id) {
    return "/subscriptions/" + id + "/databases/" + id;
  }
}
