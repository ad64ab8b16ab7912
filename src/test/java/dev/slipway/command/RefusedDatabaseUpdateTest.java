package dev.slipway.command;

import static dev.slipway.model.ProblemType.*;
import static dev.slipway.model.Specs.database;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ChangeDraft;
import dev.slipway.model.DatabaseDraft;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseSpec.Alert;
import dev.slipway.model.DatabaseSpec.Size;
import dev.slipway.model.DatabaseSpec.SyncSource;
import dev.slipway.model.DatabaseSpec.Throughput;
import dev.slipway.model.Eviction;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Secret;
import dev.slipway.model.Specs;
import dev.slipway.model.UpdateDatabase;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RefusedDatabaseUpdateTest extends DatabaseUpdateTest {
  private static final Throughput BY_SHARDS = new Throughput("number-of-shards", 2);

  record RefusedChange(
      ProblemType type, Consumer<DatabaseDraft> before, Consumer<ChangeDraft> change) {
    @Override
    public String toString() {
      return type.name();
    }
  }

  static Stream<RefusedChange> refused() {
    return Stream.of(refusedValues(), refusedAccess(), refusedTopologies()).flatMap(all -> all);
  }

  private static Stream<RefusedChange> refusedValues() {
    return Stream.of(
        refused(DATABASE_INVALID_NAME, c -> c.name = "-"),
        refused(DATABASE_SIZE_TOO_SMALL, c -> c.size = new Size(0.01, false)),
        refused(
            DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS,
            c -> {
              c.size = new Size(2, false);
              c.memoryLimitGb = 3.0;
            }),
        refused(DATABASE_SIZE_TOO_BIG, c -> c.size = new Size(26_000, false)),
        refused(DATABASE_CANT_EDIT_THROUGHPUT_BY, c -> c.throughput = BY_SHARDS),
        refused(
            DATABASE_RESP_VERSION_IS_NOT_SUPPORTED,
            d -> d.redisVersion = "6.2",
            c -> c.respVersion = "resp3"),
        refused(
            DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION,
            c -> c.eviction = Eviction.VOLATILE_LRM),
        refused(
            DATABASE_QUERY_PERFORMANCE_FACTOR_SEARCH_IS_REQUIRED,
            c -> c.queryPerformanceFactor = "2x"),
        refused(DATABASE_INVALID_ALERTS, c -> c.alerts = List.of(new Alert("coffee", 1))),
        refused(
            DATABASE_INVALID_BACKUP_CONFIGURATION,
            c -> c.backup = new DatabaseSpec.Backup(true, null, null, null, null)),
        refused(DATABASE_REPLICA_OF_BAD_URI, c -> c.syncSources = List.of(source("nowhere"))),
        refused(DATABASE_REPLICA_OF_BAD_URI, c -> c.syncSources = List.of(source("h:0"))),
        refused(DATABASE_REPLICA_OF_BAD_URI, c -> c.syncSources = List.of(source("h:65536"))),
        refused(
            DATABASE_REPLICA_OF_BAD_URI,
            c -> c.syncSources = List.of(source("h:1"), source("redis://user:hush@H:1"))));
  }

  private static Stream<RefusedChange> refusedAccess() {
    return Stream.of(
        refused(DATABASE_PASSWORD_IS_BLANK, c -> c.password = new Secret("")),
        refused(DATABASE_PASSWORD_IS_TOO_LONG, c -> c.password = new Secret("x".repeat(50))),
        refused(DATABASE_INVALID_SIP, c -> c.sourceIps = List.of("here")),
        refused(
            DISABLING_THE_DEFAULT_USER_AND_UPDATING_A_NEW_PASSWORD_IS_NOT_ALLOWED,
            c -> {
              c.defaultUser = false;
              c.password = new Secret("another");
            }),
        refused(
            NOT_ALLOWED_TO_UPDATE_A_DATABASE_PASSWORD_WHEN_DEFAULT_USER_IS_DISABLED,
            d -> d.defaultUser = false,
            c -> c.password = new Secret("another")),
        refused(
            CLIENT_SSL_CERTIFICATE_IS_NOT_ALLOWED_WITHOUT_ENABLE_TLS_IS_TRUE,
            c -> c.certificates = List.of(Certificates.VALID)),
        refused(DATABASE_INVALID_CERT, c -> c.legacyCertificate = "no PEM"),
        refused(DATABASE_INVALID_CERT, c -> c.certificates = List.of("no PEM")),
        refused(
            DATABASE_CLIENT_SSL_CERTIFICATE_MORE_THAN_1_ACTIVE,
            d -> d.tls = true,
            c -> {
              c.certificates = List.of(Certificates.VALID);
              c.legacyCertificate = Certificates.VALID;
            }),
        refused(DATABASE_INVALID_CERT, d -> d.tls = true, c -> c.certificates = List.of("no PEM")),
        refused(DATABASE_INVALID_CERT, d -> d.tls = true, c -> c.legacyCertificate = "no PEM"));
  }

  private static Stream<RefusedChange> refusedTopologies() {
    return Stream.of(
        refused(DATABASE_SHARDING_TYPE_IS_IMMUTABLE, c -> c.shardingType = "redis-oss-hashing"),
        refused(
            DATABASE_SHARDING_TYPE_IS_IMMUTABLE,
            d -> d.shardingType = "redis-oss-hashing",
            c -> c.shardingType = "default-regex-rules"),
        refused(DATABASE_INVALID_REGEX_RULES, c -> c.regexRules = List.of("(?<tag>x)")),
        refused(DATABASE_EXTERNAL_ENDPOINT_WITHOUT_OSS_CLUSTER, c -> c.externalEndpoint = true),
        refused(
            DATABASE_OSS_CLUSTER_REPLICA_NOT_SUPPORTED,
            d -> d.ossClusterApi = true,
            c -> c.syncSources = List.of(source("redis://a:1"))),
        refused(DATABASE_RAM_PERCENTAGE_NOT_ALLOWED, c -> c.ramPercentage = 20));
  }

  private static RefusedChange refused(ProblemType type, Consumer<ChangeDraft> change) {
    return refused(type, _ -> {}, change);
  }

  private static RefusedChange refused(
      ProblemType type, Consumer<DatabaseDraft> before, Consumer<ChangeDraft> change) {
    return new RefusedChange(type, before, change);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void changeThatBreaksARuleIsRefused(RefusedChange refused) {
    database = databaseWith(refused.before());

    assertThat(refuse(refused.change()).type()).isEqualTo(refused.type());
  }

  @Test
  void unknownSubscriptionIsRefused() {
    var command = new UpdateDatabase(99, database, Specs.change(_ -> {}), false);

    assertThat(desk.refuse(command).type()).isEqualTo(SUBSCRIPTION_NOT_FOUND);
  }

  @Test
  void databaseOfAnotherSubscriptionIsRefused() {
    subscription = desk.subscription(Desk.ACTIVE);

    assertThat(refuse(_ -> {}).type()).isEqualTo(DATABASE_SUBSCRIPTION_MISMATCH);
  }

  @Test
  void changeWhileTheSubscriptionIsPendingIsRefused() {
    subscription = desk.subscription(Desk.PENDING);
    database = desk.database(subscription, database("cache"), Desk.ACTIVE);

    assertThat(refuse(c -> c.name = "queue").type()).isEqualTo(SUBSCRIPTION_NOT_ACTIVE);
  }

  @Test
  void changeWhileChangingIsRefused() {
    change(c -> c.name = "queue");

    var problem = refuse(c -> c.name = "stack");

    assertThat(problem.type()).isEqualTo(DATABASE_NOT_ACTIVE);
    assertThat(problem.description()).contains("being changed");
  }

  @Test
  void nameOfAnotherDatabaseIsRefused() {
    desk.database(subscription, database("queue"), Desk.ACTIVE);

    assertThat(refuse(c -> c.name = "queue").type()).isEqualTo(DATABASE_NAME_EXISTS);
  }

  @Test
  void sizeBelowTheDataIsRefused() {
    desk.uses(database, 600_000_000);

    var problem = refuse(c -> c.size = new Size(0.5, false));

    assertThat(problem.type()).isEqualTo(DATABASE_SIZE_SMALLER_THAN_USAGE);
    assertThat(problem.description()).contains("0.6 GB", "0.5 GB");
  }

  @Test
  void replicaThatTakesHalfTheTotalFromTheDataIsRefused() {
    database =
        databaseWith(
            d -> {
              d.size = new Size(1, true);
              d.replication = false;
            });
    desk.uses(database, 600_000_000);

    assertThat(refuse(c -> c.replication = true).type())
        .isEqualTo(DATABASE_SIZE_SMALLER_THAN_USAGE);
  }

  @Test
  void fourthChangingSubscriptionIsRefused() {
    for (int i = 0; i < 3; i++) {
      desk.subscription(Desk.PENDING);
    }

    assertThat(refuse(c -> c.size = new Size(6, false)).type())
        .isEqualTo(TOO_MANY_PENDING_SUBSCRIPTIONS);
  }

  @Test
  void publicSourcesNeedAPublicEndpoint() {
    subscription =
        desk.subscription(Specs.subscription(s -> s.publicEndpointAccess = false), Desk.ACTIVE);
    database = desk.database(subscription, database("cache"), Desk.ACTIVE);

    assertThat(refuse(c -> c.sourceIps = List.of("0.0.0.0/0")).type())
        .isEqualTo(CLIENT_PUBLIC_ACCESS_INVALID_SOURCE_IPS);
  }

  private static SyncSource source(String endpoint) {
    return new SyncSource(new Secret(endpoint), false, null, false);
  }
}
