package dev.slipway.api.trap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ActiveActiveTest;
import dev.slipway.command.Certificates;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Traps of databases.
final class DatabaseTrapsTest extends ActiveActiveTest {
  /// What is a list in one place is an object in another, and `replicaOf` is in every update.
  @Trap(14)
  void listsAndObjectsAreTakenAndShownWhereClientsHaveThem() {
    int single = database();
    String database = path(single);
    change(database, "{\"replicaOf\":[\"redis://example.com:12000\"]}");
    JsonNode replica = shown(database);

    change(database, "{\"replicaOf\":null}");
    JsonNode kept = shown(database);
    change(database, "{\"replicaOf\":[]}");

    assertThat(
            shown("/subscriptions/" + single).at("/cloudDetails/0/regions/0/networking").isArray())
        .isTrue();
    assertThat(replica.at("/replicaOf/endpoints/0").asString()).contains("example.com:12000");
    assertThat(kept.get("replicaOf")).isEqualTo(replica.get("replicaOf"));
    assertThat(shown(database).has("replicaOf")).isFalse();
  }

  /// The throughput of a region is a list when a database is made, and an object when a region is.
  @Trap(14)
  void throughputOfARegionIsAListOrAnObject() {
    String world = "/subscriptions/" + world();

    int id =
        active(
            Kind.DATABASE,
            world + "/databases",
            """
            {"name":"second","datasetSizeInGb":0.1,"localThroughputMeasurement":[
              {"region":"us-east-1","readOperationsPerSecond":1500},{"region":"us-east-2"}]}
            """);
    settle(10_001);
    accepted(
        "POST",
        world + "/regions/",
        """
        {"region":"eu-west-1","deploymentCIDR":"10.0.3.0/24","databases":[
          {"name":"cache","localThroughputMeasurement":
            {"region":"eu-west-1","readOperationsPerSecond":500}},
          {"name":"second","localThroughputMeasurement":{"region":"eu-west-1"}}]}
        """);

    JsonNode regions = shown(world + "/databases/" + id).get("crdbDatabases");
    assertThat(regions.findValuesAsString("readOperationsPerSecond"))
        .containsExactlyInAnyOrder("1000", "1500", "1000");
  }

  /// The Go SDK sends certificates as texts, the Rust crate as objects.
  @Trap(17)
  void certificatesAreTextsOrObjects() {
    String database = path(database());
    String certificate = Certificates.VALID.replace("\n", "\\n");

    change(database, "{\"enableTls\":true,\"clientTlsCertificates\":[\"" + certificate + "\"]}");
    assertThat(shown(database).at("/security/tlsClientAuthentication").asBoolean()).isTrue();
    change(database, "{\"clientTlsCertificates\":[]}");
    assertThat(shown(database).at("/security/tlsClientAuthentication").asBoolean()).isFalse();
    change(
        database,
        "{\"clientTlsCertificates\":[{\"publicCertificatePEMString\":\"" + certificate + "\"}]}");

    assertThat(shown(database).at("/security/tlsClientAuthentication").asBoolean()).isTrue();
  }

  /// The plans that are not here spell these in another way, and a name that is not there is false.
  @Trap(18)
  void spellingsAreThoseOfFlexibleDatabases() {
    String database = path(database());

    change(database, "{\"enableDefaultUser\":true,\"sourceIp\":[\"10.0.0.0/8\"]}");

    JsonNode shown = shown(database);
    assertThat(shown.at("/security/enableDefaultUser").asBoolean()).isTrue();
    assertThat(shown.at("/security/sourceIps/0").asString()).isEqualTo("10.0.0.0/8");
    assertThat(shown.at("/backup/enableRemoteBackup").isBoolean()).isTrue();
    assertThat(shown.findValues("defaultUserEnabled")).isEmpty();
    assertThat(shown.findValues("remoteBackupEnabled")).isEmpty();
  }

  /// The provider reads these without asking whether they are there.
  @Trap(19)
  void whatClientsReadWithoutAskingIsThere() {
    int single = database();
    int world = world();
    JsonNode database = shown(path(single));

    assertThat(database.at("/throughputMeasurement/by").asString())
        .isEqualTo("operations-per-second");
    assertThat(database.at("/throughputMeasurement/value").isInt()).isTrue();
    assertThat(database.at("/clustering/numberOfShards").isInt()).isTrue();
    for (String field : List.of("enableTls", "enableDefaultUser", "tlsClientAuthentication")) {
      assertThat(database.at("/security/" + field).isBoolean()).as(field).isTrue();
    }
    assertThat(database.get("modules").isArray()).isTrue();
    assertThat(database.get("alerts").isArray()).isTrue();
    assertThat(database.get("activatedOn").asString()).isNotEmpty();
    for (String thing :
        List.of("/subscriptions/" + single, "/subscriptions/" + world, path(single), path(world))) {
      assertThat(shown(thing).get("status").asString()).as(thing).isNotEmpty();
    }
    assertThat(shown("/subscriptions/" + world + "/regions").get("subscriptionId").asInt())
        .isEqualTo(world);
  }

  /// The ordinal of a rule is its place in a list to the provider.
  @Trap(20)
  void ordinalsOfRulesCountFromZero() {
    String database = path(database());

    change(
        database,
        "{\"regexRules\":[\".*\\\\{(?<tag>.*)\\\\}.*\",\"a(?<tag>.*)\",\"(?<tag>.*)b\"]}");

    JsonNode rules = shown(database).at("/clustering/regexRules");
    assertThat(rules).isNotEmpty();
    assertThat(rules.valueStream().map(rule -> rule.get("ordinal").asInt()))
        .isEqualTo(IntStream.range(0, rules.size()).boxed().toList());
  }

  /// What differs from what was sent, or from what is the rule, differs in every plan of Terraform.
  @Trap(28)
  void keysAndPasswordsAreShownInClear() {
    accepted(
        "POST",
        "/cloud-accounts",
        """
        {"name":"own","provider":"AWS","accessKeyId":"AKIACLEAR","accessSecretKey":"s",
         "consoleUsername":"u","consolePassword":"p","signInLoginUrl":"https://example.org"}
        """);
    String database = path(database());
    assertThat(shown(database).at("/security/password").asString()).hasSize(32);

    change(database, "{\"password\":\"in-clear-Text-1\"}");

    assertThat(shown(database).at("/security/password").asString()).isEqualTo("in-clear-Text-1");
    assertThat(shown("/cloud-accounts").get("cloudAccounts").findValuesAsString("accessKeyId"))
        .contains("AKIACLEAR");
  }

  /// Terraform takes these for "none given", by whether the subscription is public.
  @Trap(28)
  void sourcesFollowThePublicAccessOfTheSubscription() {
    int single = database();
    assertThat(sources(single)).containsExactly("0.0.0.0/0");

    accepted("PUT", "/subscriptions/" + single, "{\"publicEndpointAccess\":false}");

    assertThat(sources(single))
        .containsExactly("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");
  }

  /// A change that has taken hold.
  private void change(String database, String body) {
    int id = accepted("PUT", database, body);
    server.settle(Kind.DATABASE, id, new Status.Active());
  }

  private List<String> sources(int id) {
    return shown(path(id)).at("/security/sourceIps").valueStream().map(JsonNode::asString).toList();
  }

  private static String path(int id) {
    return "/subscriptions/" + id + "/databases/" + id;
  }
}
