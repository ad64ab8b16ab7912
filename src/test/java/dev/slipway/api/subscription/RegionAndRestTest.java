package dev.slipway.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.FamilyTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What else knows the regions of an Active-Active subscription: roles, backups and redirections.
final class RegionAndRestTest extends FamilyTest {
  private static final String WORLD =
      """
      {"paymentMethod":"marketplace","deploymentType":"active-active",
       "cloudProviders":[{"regions":[
         {"region":"us-east-1","networking":{"deploymentCIDR":"10.0.1.0/24"}},
         {"region":"us-east-2","networking":{"deploymentCIDR":"10.0.2.0/24"}}]}],
       "databases":[{"name":"cache","datasetSizeInGb":0.5}]}
      """;
  private static final String DATABASE = "/subscriptions/10001/databases/10001";

  @BeforeEach
  void make() {
    accepted("POST", "/subscriptions", WORLD);
    rest();
  }

  private void rest() {
    server.settle(Kind.SUBSCRIPTION, 10001, new Status.Active());
    server.settle(Kind.DATABASE, 10001, new Status.Active());
  }

  private int role(String name, String regions) {
    return active(
        Kind.ACL_ROLE,
        "/acl/roles",
        """
        {"name":"%s","redisRules":[{"ruleName":"Read-Only","databases":[
          {"subscriptionId":10001,"databaseId":10001,"regions":[%s]}]}]}
        """
            .formatted(name, regions));
  }

  private JsonNode rules(int role) {
    for (JsonNode shown : shown("/acl/roles").get("roles")) {
      if (shown.get("id").asInt() == role) {
        return shown.get("redisRules");
      }
    }
    throw new AssertionError("no role " + role);
  }

  @Test
  void roleForgetsARegionThatWasLeft() {
    int both = role("both", "\"us-east-1\",\"us-east-2\"");
    int left = role("left", "\"us-east-2\"");
    int all = role("all", "");

    accepted(
        "DELETE", "/subscriptions/10001/regions", "{\"regions\":[{\"region\":\"us-east-2\"}]}");

    assertThat(rules(both).at("/0/databases/0/regions").toString()).isEqualTo("[\"us-east-1\"]");
    assertThat(rules(left)).isEmpty();
    assertThat(rules(all).at("/0/databases")).hasSize(1);
  }

  @Test
  void backupIsThatOfTheRegionThatIsNamedInTheQuery() {
    accepted(
        "PUT",
        DATABASE + "/regions",
        """
        {"regions":[{"region":"us-east-1","remoteBackup":{"active":true,
          "interval":"every-1-hours","storageType":"aws-s3","storagePath":"s3://bucket/path"}}]}
        """);
    rest();

    accepted("POST", DATABASE + "/backup?regionName=us-east-1", "");
    assertThat(refused("POST", DATABASE + "/backup?regionName=us-east-2", ""))
        .endsWith("DATABASE_BACKUP_NOT_CONFIGURED");
    assertThat(refused("POST", DATABASE + "/backup", ""))
        .endsWith("ACTIVE_ACTIVE_BACKUP_MISSING_REGION_NAME");
  }

  @Test
  void anotherQueryIsAnotherRequestForAnIdempotencyKey() {
    String path = "/v1" + DATABASE + "/backup?regionName=";

    assertThat(send(path + "us-east-1")).isEqualTo(202);
    assertThat(send(path + "us-east-2")).isEqualTo(422);
    assertThat(send(path + "us-east-1")).isEqualTo(202);
  }

  private int send(String path) {
    return owner.send("POST", path, "", "Idempotency-Key", "k").status();
  }

  @Test
  void activeActiveDatabaseIsNotRedirected() {
    accepted(
        "POST", "/subscriptions/10001/databases", "{\"name\":\"other\",\"datasetSizeInGb\":0.5}");
    server.settle(Kind.DATABASE, 10002, new Status.Active());

    var reply =
        owner.send(
            "POST",
            "/v1/endpoint-redirections",
            """
            {"sourceDatabaseId":10001,"targetDatabaseId":10002,"endpointTargetType":"private",
             "migrationProtection":true,"duplicateACLs":false}
            """);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.http().body()).contains("Active-Active");
  }
}
