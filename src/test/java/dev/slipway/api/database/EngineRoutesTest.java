package dev.slipway.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.FamilyTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.SlowLog;
import dev.slipway.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a running Redis tells of itself.
final class EngineRoutesTest extends FamilyTest {
  private static final SlowLog.Entry ENTRY =
      new SlowLog.Entry(
          17, Instant.parse("2026-08-01T10:00:00Z"), Duration.ofNanos(12_345_000), "KEYS *");

  private int database;
  private String path = "";

  @BeforeEach
  void make() {
    database = database();
    path = "/subscriptions/" + database + "/databases/" + database;
  }

  @Test
  void whatTookLongIsShownInMicroseconds() {
    server.slowLog(id -> id == database ? Optional.of(List.of(ENTRY)) : Optional.empty());

    var entry = shown(path + "/slow-log?regionName=us-east-1").at("/entries/0");

    assertThat(entry.get("id").asInt()).isEqualTo(17);
    assertThat(entry.get("startTime").asString()).isEqualTo("2026-08-01T10:00:00Z");
    assertThat(entry.get("duration").asInt()).isEqualTo(12_345);
    assertThat(entry.get("arguments").asString()).isEqualTo("KEYS *");
  }

  @Test
  void databaseThatIsBeingChangedRunsMeanwhile() {
    server.slowLog(_ -> Optional.of(List.of()));
    accepted("PUT", path, "{\"datasetSizeInGb\":0.2}");

    assertThat(shown(path + "/slow-log").get("entries")).isEmpty();
  }

  @Test
  void silentRedisMayBeAskedAgain() {
    var reply = owner.get("/v1" + path + "/slow-log");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.http().headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void databaseThatDoesNotRunHasNoSlowLog() {
    server.slowLog(_ -> Optional.of(List.of(ENTRY)));
    var problem = new Problem(ProblemType.PROVISION_FAILURE, "it does not start");
    server.settle(Kind.DATABASE, database, new Status.Failed(problem));

    var reply = owner.get("/v1" + path + "/slow-log");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.http().body()).contains("DATABASE_NOT_ACTIVE");
  }

  @Test
  void databaseWithoutTlsHasNoCertificate() {
    var reply = owner.get("/v1" + path + "/certificate");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.http().body()).contains("DATABASE_MISSING_CERT", "enableTls true");
  }

  @Test
  void databaseWithTlsShowsWhoVouchesForIt() {
    server.trustAnchor("a certificate");
    accepted("PUT", path, "{\"enableTls\":true}");

    var shown = shown(path + "/certificate");

    assertThat(shown.get("publicCertificatePEMString").asString()).isEqualTo("a certificate");
  }

  @Test
  void certificateWhoseFileIsNoGoodIsTheServersFault() {
    accepted("PUT", path, "{\"enableTls\":true}");

    var reply = owner.get("/v1" + path + "/certificate");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.http().body()).contains("its log says why");
  }

  @Test
  void unknownDatabaseHasNeither() {
    String unknown = "/v1/subscriptions/" + database + "/databases/9";

    assertThat(owner.get(unknown + "/slow-log").status()).isEqualTo(404);
    assertThat(owner.get(unknown + "/certificate").status()).isEqualTo(404);
  }
}
