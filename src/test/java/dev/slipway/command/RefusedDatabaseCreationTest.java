package dev.slipway.command;

import static dev.slipway.model.Specs.database;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Account;
import dev.slipway.model.CreateDatabase;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseSpec.Size;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Secret;
import dev.slipway.model.Specs;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RefusedDatabaseCreationTest extends DatabaseCreationTest {
  @ParameterizedTest
  @MethodSource("dev.slipway.command.RefusedDatabase#all")
  void databaseThatBreaksARuleIsRefused(RefusedDatabase refused) {
    var problem = refuse(refused.spec());

    assertThat(problem.type()).isEqualTo(refused.type());
    assertThat(problem.description()).contains(refused.mentions());
  }

  @Test
  void refusalNeverRepeatsAPassword() {
    var source =
        new DatabaseSpec.SyncSource(new Secret("redis://u:hush@nowhere"), false, null, false);
    var problem = refuse(database("cache", d -> d.syncSources = List.of(source)));

    assertThat(problem.description()).doesNotContain("hush");
  }

  @Test
  void unknownSubscriptionIsRefused() {
    var problem = desk.refuse(new CreateDatabase(99, database("cache"), false));

    assertThat(problem.type()).isEqualTo(ProblemType.SUBSCRIPTION_NOT_FOUND);
  }

  @Test
  void subscriptionOfAnotherAccountIsUnknown() {
    desk.changeAccount(Account.Plan.FLEXIBLE);

    assertThat(refuse(database("cache")).type()).isEqualTo(ProblemType.SUBSCRIPTION_NOT_FOUND);
  }

  @Test
  void subscriptionMustBeActive() {
    subscription = desk.subscription(Desk.PENDING);

    var problem = refuse(database("cache"));

    assertThat(problem.type()).isEqualTo(ProblemType.SUBSCRIPTION_NOT_ACTIVE);
    assertThat(problem.description()).contains("pending (being created)");
  }

  @Test
  void nameMustBeFree() {
    int other = create(database("cache"));

    var problem = refuse(database("cache"));

    assertThat(problem.type()).isEqualTo(ProblemType.DATABASE_NAME_EXISTS);
    assertThat(problem.description()).contains("cache", Integer.toString(other));
  }

  @Test
  void oneDatabaseMoreThanTheLimitIsRefused() {
    desk.serve(Desk.LENIENT, Desk.limits(2));
    create(database("one"));
    create(database("two"));

    assertThat(refuse(database("three")).type())
        .isEqualTo(ProblemType.DATABASE_USAGE_EXCEEDS_GLOBAL_LIMIT);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 9_999, 10_005, 20_000})
  void portOutsideTheRangeIsRefused(int port) {
    var problem = refuse(database("cache", d -> d.port = port));

    assertThat(problem.type()).isEqualTo(ProblemType.DATABASE_PORT_INVALID_VALUE);
    assertThat(problem.description()).contains("10000", "10004", Integer.toString(port));
  }

  @Test
  void portIsRefusedWithTheWayOutWhereNoneCanBeAskedFor() {
    desk.serve(new Installation(Desk.HOST, 21_000, 21_100, false, List.of("7.4.1")));

    var problem = refuse(database("cache", d -> d.port = 21_050));

    assertThat(problem.type()).isEqualTo(ProblemType.DATABASE_PORT_INVALID_VALUE);
    assertThat(problem.description()).contains("21000 to 21100", "Leave port out.");
  }

  @Test
  void portOfAnotherDatabaseIsRefused() {
    create(database("one", d -> d.port = 10_001));

    assertThat(refuse(database("two", d -> d.port = 10_001)).type())
        .isEqualTo(ProblemType.DATABASE_CUSTOM_PORT_NOT_UNIQUE);
  }

  @Test
  void exhaustedPortsAreRefusedWithTheOptionThatHelps() {
    for (int i = 1; i <= 5; i++) {
      create(database("d" + i, d -> d.size = new Size(0.1, true)));
    }

    var problem = refuse(database("sixth"));

    assertThat(problem.type()).isEqualTo(ProblemType.DATABASE_PORT_IS_UNAVAILABLE);
    assertThat(problem.description()).contains("needs 1 ports, and 0", "--database-ports");
  }

  @Test
  void fourthChangingSubscriptionIsRefused() {
    for (int i = 0; i < 3; i++) {
      desk.subscription(Desk.PENDING);
    }

    assertThat(refuse(database("large", d -> d.size = new Size(6, false))).type())
        .isEqualTo(ProblemType.TOO_MANY_PENDING_SUBSCRIPTIONS);
  }

  @Test
  void publicSourcesNeedAPublicEndpoint() {
    subscription =
        desk.subscription(
            Specs.subscription(
                s -> {
                  s.publicEndpointAccess = false;
                  s.capacityGb = 10;
                }),
            Desk.ACTIVE);

    assertThat(refuse(database("cache", d -> d.sourceIps = List.of("8.8.8.8/32"))).type())
        .isEqualTo(ProblemType.CLIENT_PUBLIC_ACCESS_INVALID_SOURCE_IPS);
  }

  @Test
  void expiredCertificateIsRefused() {
    desk.travelTo(Instant.parse("2037-01-01T00:00:00Z"));

    var problem =
        refuse(
            database(
                "cache",
                d -> {
                  d.tls = true;
                  d.certificates = List.of(Certificates.VALID);
                }));

    assertThat(problem.type()).isEqualTo(ProblemType.DATABASE_EXPIRED_CERT);
    assertThat(problem.description()).contains("197d7a0b39d5", "2036-11-20");
  }

  @Test
  void strictEngineRefusesAVersionThatIsNotInstalled() {
    desk.serve(Desk.STRICT);

    var problem = refuse(database("cache", d -> d.redisVersion = "8.2"));

    assertThat(problem.type()).isEqualTo(ProblemType.DATABASE_REDIS_VERSION_IS_NOT_SUPPORTED);
    assertThat(problem.description()).contains("8.2", "7.4");
  }

  @Test
  void strictEngineRefusesModules() {
    desk.serve(Desk.STRICT);
    var json = new DatabaseSpec.Module("RedisJSON", List.of());

    assertThat(refuse(database("cache", d -> d.modules = List.of(json))).type())
        .isEqualTo(ProblemType.DATABASE_MODULE_NOT_SUPPORTED);
  }

  @Test
  void strictEngineRefusesMemoryOnFlash() {
    subscription = flash();
    desk.serve(Desk.STRICT);

    assertThat(refuse(database("cache")).type()).isEqualTo(ProblemType.DATABASE_ROF_NOT_SUPPORTED);
  }

  @Test
  void oddShareOfFlashIsRefused() {
    subscription = flash();

    assertThat(refuse(database("cache", d -> d.ramPercentage = 25)).type())
        .isEqualTo(ProblemType.DATABASE_RAM_PERCENTAGE_IS_INVALID);
  }

  @Test
  void modulesOnFlashAreRefused() {
    subscription = flash();
    var json = new DatabaseSpec.Module("RedisJSON", List.of());

    assertThat(refuse(database("cache", d -> d.modules = List.of(json))).type())
        .isEqualTo(ProblemType.DATABASE_REDIS_FLEX_CONTAINS_MODULES);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void itemsOfNoSizeAreRefused(long bytes) {
    subscription = flash();

    assertThat(refuse(database("cache", d -> d.averageItemSize = bytes)).type())
        .isEqualTo(ProblemType.DATABASE_AVERAGE_ITEM_SIZE_INVALID_VALUE);
  }

  @Test
  void dryRunIsRefusedLikeTheRealOne() {
    create(database("one", d -> d.port = 10_001));

    var problem =
        desk.refuse(new CreateDatabase(subscription, database("two", d -> d.port = 10_001), true));

    assertThat(problem.type()).isEqualTo(ProblemType.DATABASE_CUSTOM_PORT_NOT_UNIQUE);
  }
}
