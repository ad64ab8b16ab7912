package dev.slipway.command;

import static dev.slipway.model.Specs.database;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.CreateDatabase;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseSpec.Size;
import dev.slipway.model.Eviction;
import dev.slipway.model.Secret;
import dev.slipway.model.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CreateDatabaseHandlerTest extends DatabaseCreationTest {
  @Test
  void databaseIsPendingWithAPortOfTheRange() {
    int id = create(database("cache"));

    var made = desk.database(id);
    assertThat(made.status()).isInstanceOf(Status.Pending.class);
    assertThat(made.parent()).isEqualTo(subscription);
    assertThat(made.spec()).isEqualTo(database("cache").withPort(made.spec().port()));
    assertThat(made.spec().port()).isBetween(10_000, 10_004);
  }

  @Test
  void subscriptionWithRoomStaysActive() {
    create(database("cache"));

    assertThat(desk.subscription(subscription).status()).isEqualTo(Desk.ACTIVE);
  }

  @Test
  void portThatWasAskedForIsGiven() {
    int id = create(database("cache", d -> d.port = 10_003));

    assertThat(desk.database(id).spec().port()).isEqualTo(10_003);
  }

  @Test
  void charactersOfAPasswordAreCountedAsAPersonDoes() {
    var password = new Secret("\ud83d\ude00".repeat(49));

    int id = create(database("cache", d -> d.password = password));

    assertThat(desk.database(id).spec().access().password()).isEqualTo(password);
  }

  @Test
  void subscriptionGrowsByStepsAndIsPendingMeanwhile() {
    create(database("large", d -> d.size = new Size(6, false)));

    var grown = desk.subscription(subscription);
    assertThat(grown.spec().capacityGb()).isEqualTo(20);
    assertThat(grown.status()).isEqualTo(new Status.Pending("growing from 10 GB to 20 GB"));
  }

  @Test
  void tenTenthsAreNotMoreThanTheirSum() {
    for (int i = 0; i < 99; i++) {
      desk.database(
          subscription, database("d" + i, d -> d.size = new Size(0.1, true)), Desk.ACTIVE);
    }

    create(database("last", d -> d.size = new Size(0.1, true)));

    assertThat(desk.subscription(subscription).spec().capacityGb()).isEqualTo(10);
  }

  @Test
  void fifthOfTheMemoryIsRamWhereTheRestIsOnFlash() {
    subscription = flash();

    int id = create(database("cache"));

    assertThat(desk.database(id).spec().topology().ramPercentage()).isEqualTo(20);
  }

  @Test
  void nothingIsOnFlashInASubscriptionOfRam() {
    int id = create(database("cache"));

    assertThat(desk.database(id).spec().topology().ramPercentage()).isNull();
  }

  @Test
  void databaseThatIsBeingDeletedTakesNoRoomAndNoName() {
    var leaving = database("cache", d -> d.size = new Size(5, false));
    desk.database(subscription, leaving, new Status.Deleting());

    create(leaving);

    assertThat(desk.subscription(subscription).status()).isEqualTo(Desk.ACTIVE);
  }

  @Test
  void memoryOnFlashIsRecorded() {
    subscription = flash();

    int id = create(database("cache", d -> d.ramPercentage = 30));

    assertThat(desk.database(id).spec().topology().ramPercentage()).isEqualTo(30);
  }

  @Test
  void evictionByTheLastWriteIsLeftToARedisThatHasIt() {
    desk.serve(new Installation(Desk.HOST, 10_000, 10_004, false, List.of("7.4.1", "8.6.0")));

    int id =
        create(
            database(
                "cache",
                d -> {
                  d.redisVersion = "8.6";
                  d.eviction = Eviction.VOLATILE_LRM;
                }));

    assertThat(desk.database(id).spec().eviction()).isEqualTo(Eviction.VOLATILE_LRM);
  }

  @Test
  void everythingAtOnceIsAccepted() {
    int id =
        create(
            database(
                "cache",
                d -> {
                  d.redisVersion = "latest";
                  d.respVersion = "resp3";
                  d.eviction = Eviction.VOLATILE_LFU;
                  d.queryPerformanceFactor = "4x";
                  d.tls = true;
                  d.certificates = List.of(Certificates.VALID);
                  d.sourceIps = List.of("10.0.0.0/8", "8.8.8.8");
                  d.shardingType = "custom-regex-rules";
                  d.regexRules = List.of("(?P<tag>.*)", "x(?<tag>.*)");
                  d.backup =
                      new DatabaseSpec.Backup(
                          true, "every-12-hours", "16:00", "ftp", new Secret("ftp://u:p@host/x"));
                  d.syncSources =
                      List.of(
                          new DatabaseSpec.SyncSource(
                              new Secret("redis://u:p@host:6379"), true, null, false));
                  d.alerts = List.of(new DatabaseSpec.Alert("syncsource-error", 0));
                }));

    assertThat(desk.database(id).spec().engine().queryPerformanceFactor()).isEqualTo("4x");
  }

  @Test
  void dryRunNamesThePriceAndMakesNothing() {
    var prices = desk.price(new CreateDatabase(subscription, database("cache"), true));

    assertThat(prices.pricing())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.typeDetails()).isEqualTo("micro");
              assertThat(line.quantity()).isEqualTo(2);
            });
  }

  @Test
  void dryRunUsesNoId() {
    desk.run(new CreateDatabase(subscription, database("cache"), true));

    assertThat(create(database("cache"))).isEqualTo(10_001);
  }
}
