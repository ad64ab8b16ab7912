package dev.slipway.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.FamilyTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The version of a database, and what there is to tell of its transfers.
final class DatabaseStateTest extends FamilyTest {
  private int database;
  private String path = "";

  @BeforeEach
  void make() {
    database = database();
    path = "/subscriptions/" + database + "/databases/" + database;
  }

  @Test
  void targetsAreHigherAndOffered() {
    String present = shown(path).get("redisVersion").asString();

    var targets = shown(path + "/available-target-versions").get("targets");

    assertThat(present).isEqualTo("7.4");
    assertThat(targets.findValuesAsString("redisVersion"))
        .contains("8.2")
        .doesNotContain("7.2", "7.4");
  }

  @Test
  void upgradeIsPendingThenDone() {
    accepted("POST", path + "/upgrade", "{\"targetRedisVersion\":\"8.2\"}");
    assertThat(shown(path).get("status").asString()).isEqualTo("active-upgrade-pending");
    assertThat(shown(path + "/upgrade").get("upgradeStatus").asString()).isEqualTo("in-progress");

    server.settle(Kind.DATABASE, database, new Status.Active());

    assertThat(shown(path).get("redisVersion").asString()).isEqualTo("8.2");
    assertThat(shown(path + "/upgrade").get("upgradeStatus").asString()).isEqualTo("done");
    assertThat(shown(path + "/upgrade").get("targetRedisVersion").asString()).isEqualTo("8.2");
  }

  @Test
  void laterChangeKeepsTheVersion() {
    accepted("POST", path + "/upgrade", "{\"targetRedisVersion\":\"8.2\"}");
    server.settle(Kind.DATABASE, database, new Status.Active());

    accepted("PUT", path, "{\"datasetSizeInGb\":0.2}");

    assertThat(shown(path).get("redisVersion").asString()).isEqualTo("8.2");
    assertThat(shown(path).get("status").asString()).isEqualTo("active-change-pending");
  }

  @Test
  void laterChangeIsNoUpgrade() {
    accepted("POST", path + "/upgrade", target("8.2"));
    server.settle(Kind.DATABASE, database, new Status.Active());

    accepted("PUT", path, "{\"datasetSizeInGb\":0.2}");

    assertThat(shown(path + "/upgrade").get("upgradeStatus").asString()).isEqualTo("done");
  }

  @Test
  void upgradeThatFailedIsTold() {
    accepted("POST", path + "/upgrade", target("8.2"));

    fails(ProblemType.DATABASE_UPGRADE_FAILED);

    assertThat(shown(path + "/upgrade").get("upgradeStatus").asString()).isEqualTo("failed");
    assertThat(shown(path + "/upgrade").get("progress").asInt()).isEqualTo(50);
  }

  @Test
  void changeThatFailsAfterAnUpgradeLeavesItDone() {
    accepted("POST", path + "/upgrade", target("8.2"));
    server.settle(Kind.DATABASE, database, new Status.Active());
    accepted("PUT", path, "{\"datasetSizeInGb\":0.2}");

    fails(ProblemType.PROVISION_FAILURE);

    assertThat(shown(path + "/upgrade").get("upgradeStatus").asString()).isEqualTo("done");
  }

  @Test
  void changeAfterAFailedUpgradeTriesItAgain() {
    accepted("POST", path + "/upgrade", target("8.2"));
    fails(ProblemType.DATABASE_UPGRADE_FAILED);

    accepted("PUT", path, "{\"datasetSizeInGb\":0.2}");
    assertThat(shown(path + "/upgrade").get("upgradeStatus").asString()).isEqualTo("in-progress");
    server.settle(Kind.DATABASE, database, new Status.Active());

    assertThat(shown(path + "/upgrade").get("upgradeStatus").asString()).isEqualTo("done");
  }

  private void fails(ProblemType type) {
    server.settle(Kind.DATABASE, database, new Status.Failed(new Problem(type, "why")));
  }

  @Test
  void databaseThatWasNeverUpgradedHasNoStatusOfThat() {
    assertThat(owner.get("/v1" + path + "/upgrade").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "7.4, 400 BAD_REQUEST DATABASE_UPGRADE_INVALID_REDIS_VERSION",
    "7.2, 400 BAD_REQUEST DATABASE_UPGRADE_INVALID_REDIS_VERSION",
    "9.9, 400 BAD_REQUEST DATABASE_UPGRADE_INVALID_REDIS_VERSION",
  })
  void versionsThatAreRefused(String target, String error) {
    assertThat(refused("POST", path + "/upgrade", target(target))).isEqualTo(error);
  }

  @Test
  void secondUpgradeWaitsForTheFirst() {
    accepted("POST", path + "/upgrade", target("8.2"));

    assertThat(refused("POST", path + "/upgrade", target("8.6")))
        .isEqualTo("409 CONFLICT DATABASE_UPGRADE_IS_ALREADY_RUNNING");
  }

  @Test
  void databaseThatIsBeingChangedIsNotUpgraded() {
    accepted("PUT", path, "{\"datasetSizeInGb\":0.2}");

    assertThat(refused("POST", path + "/upgrade", target("8.2")))
        .isEqualTo("403 FORBIDDEN DATABASE_NOT_ACTIVE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/backup", "/import"})
  void transferThatNeverWasIsAnEmptyAnswerOfATask(String what) {
    var task = task("GET", path + what, "");

    assertThat(task.get("status").asString()).isEqualTo("processing-completed");
    assertThat(task.at("/response/resourceId").asInt()).isEqualTo(database);
    assertThat(task.at("/response/resource").isObject()).isTrue();
    assertThat(task.at("/response/resource")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/backup", "/import"})
  void transferOfAnUnknownDatabaseIsAFailedTask(String what) {
    assertThat(refused("GET", "/subscriptions/" + database + "/databases/9" + what, ""))
        .isEqualTo("404 NOT_FOUND DATABASE_NOT_FOUND");
  }

  @Test
  void trafficIsKnownOfSourcesOfRedirectionsAlone() {
    assertThat(owner.get("/v1" + path + "/traffic").status()).isEqualTo(404);
    assertThat(owner.post("/v1" + path + "/traffic/resume", "").status()).isEqualTo(404);
  }

  private static String target(String version) {
    return "{\"targetRedisVersion\":\"" + version + "\"}";
  }
}
