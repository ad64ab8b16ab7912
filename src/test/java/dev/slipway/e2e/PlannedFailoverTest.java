package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A replicated database whose replica is told to take over while everybody lives.
final class PlannedFailoverTest extends DatabasesTest {
  private String path = "";
  private Reply database;

  @Override
  Site open(Path data) throws Exception {
    return Site.open(data, 16_000);
  }

  @BeforeEach
  void makeReplicatedDatabase() throws Exception {
    path = make(Bodies.replicated(freshName()));
    database = walker.get(path);
  }

  @Test
  void noAcknowledgedWriteIsLostAndTheClientKeepsItsEndpointAndPassword() throws Exception {
    try (AcknowledgedWrites writes = new AcknowledgedWrites(database)) {
      writes.goOn();
      long before = processId();

      Reply ordered = order();
      Eventually.until(this::processId, now -> now != before);
      Reply shown = failedOver(1);
      writes.goOn();

      assertThat(ordered.status()).isEqualTo(202);
      assertThat(shown.word("/publicEndpoint")).isEqualTo(database.word("/publicEndpoint"));
      assertThat(shown.word("/security/password")).isEqualTo(database.word("/security/password"));
      assertThat(writes.missing()).isZero();
      System.out.printf(
          "%d writes, longest gap %.1f ms%n", writes.count(), writes.longestGapMillis());
    }
  }

  @Test
  void theOneThatTookWritesFollowsTheOther() throws Exception {
    long first = processId();
    order();
    long second = Eventually.until(this::processId, now -> now != first);
    String follower =
        Eventually.until(() -> role("slave0"), replica -> replica.contains("state=online"));

    order();

    assertThat(Eventually.until(this::processId, now -> now != second)).isEqualTo(first);
    assertThat(follower).isNotEmpty();
  }

  @Test
  void databaseStaysActiveAllTheTime() throws Exception {
    long first = processId();
    order();

    Eventually.until(
        this::processId,
        now -> {
          assertThat(walker.get(path).state()).isEqualTo("active");
          return now != first && asked("slave0").contains("state=online");
        });
  }

  @Test
  void orderThatIsCarriedOutIsNotAskedForAnyMore() throws Exception {
    Reply ordered = order();
    failedOver(1);

    Reply after = operator("GET");

    assertThat(ordered.at("/asked").asBoolean()).isTrue();
    assertThat(after.at("/asked").asBoolean()).isFalse();
    assertThat(after.at("/failovers").asInt()).isOne();
  }

  private Reply order() throws Exception {
    return operator("POST");
  }

  private Reply operator(String method) throws Exception {
    String token = site.credentials().getOrDefault("SLIPWAY_ADMIN_TOKEN", "");
    String id = path.substring(path.lastIndexOf('/') + 1);
    int account = walker.get("/").at("/account/id").asInt();
    return walker.admin(
        token, method, "/accounts/%d/databases/%s/failover".formatted(account, id), "");
  }

  /// The database when so many failovers were begun.
  private Reply failedOver(int times) throws Exception {
    return Eventually.until(
        () -> walker.get(path),
        reply ->
            reply.state().equals("active") && reply.at("/x-slipway/failovers").asInt() == times);
  }

  private long processId() throws Exception {
    return Long.parseLong(role("process_id"));
  }

  /// What the one says that takes writes, which for a moment nobody does.
  private String role(String name) throws Exception {
    return Eventually.until(() -> asked(name), answer -> !answer.isEmpty());
  }

  private String asked(String name) {
    try (TenantRedis redis = TenantRedis.of(database)) {
      return redis.info(name);
    } catch (IOException | TenantRedis.Refused _) {
      return "";
    }
  }
}
