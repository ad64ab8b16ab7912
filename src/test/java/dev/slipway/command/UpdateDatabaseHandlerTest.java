package dev.slipway.command;

import static dev.slipway.model.ProblemType.*;
import static dev.slipway.model.Specs.database;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseSpec.Size;
import dev.slipway.model.Eviction;
import dev.slipway.model.Persistence;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Secret;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.UpdateDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UpdateDatabaseHandlerTest extends DatabaseUpdateTest {
  @Test
  void databaseIsChangingWithItsNewValues() {
    change(
        c -> {
          c.persistence = Persistence.AOF_EVERY_WRITE;
          c.name = "queue";
        });

    var changed = desk.database(database);
    assertThat(changed.status()).isInstanceOf(Status.Changing.class);
    assertThat(changed.spec())
        .isEqualTo(database("queue", d -> d.persistence = Persistence.AOF_EVERY_WRITE));
  }

  @Test
  void databaseInErrorIsHealedByAChange() {
    var refused = new Problem(ProblemType.PROVISION_FAILURE, "Redis refuses its configuration.");
    database = desk.database(subscription, database("broken"), new Status.Failed(refused));

    change(c -> c.eviction = Eviction.ALLKEYS_LRU);

    assertThat(desk.database(database).status()).isInstanceOf(Status.Changing.class);
  }

  @Test
  void subscriptionWithRoomStaysActive() {
    change(c -> c.size = new Size(2, false));

    assertThat(desk.subscription(subscription).status()).isEqualTo(Desk.ACTIVE);
  }

  @Test
  void growthBeyondTheCapacityMakesTheSubscriptionPending() {
    change(c -> c.size = new Size(6, false));

    var grown = desk.subscription(subscription);
    assertThat(grown.status()).isInstanceOf(Status.Pending.class);
    assertThat(grown.spec().capacityGb()).isEqualTo(20);
  }

  @Test
  void smallerDatabaseLeavesTheCapacity() {
    change(c -> c.size = new Size(0.5, false));

    assertThat(desk.subscription(subscription).spec().capacityGb()).isEqualTo(10);
  }

  @Test
  void certificatesTakeThePlaceOfTheLegacyOne() {
    database =
        databaseWith(
            d -> {
              d.tls = true;
              d.legacyCertificate = Certificates.VALID;
            });

    change(c -> c.certificates = List.of(Certificates.VALID));

    var access = desk.database(database).spec().access();
    assertThat(access.clientCertificates()).containsExactly(Certificates.VALID);
    assertThat(access.legacyCertificate()).isNull();
  }

  @Test
  void emptyListOfCertificatesEndsClientAuthentication() {
    database =
        databaseWith(
            d -> {
              d.tls = true;
              d.legacyCertificate = Certificates.VALID;
            });

    change(c -> c.certificates = List.of());

    assertThat(desk.database(database).spec().access().legacyCertificate()).isNull();
  }

  @Test
  void legacyCertificateThatStoodWithoutTlsGoesWhenTlsIsDeclined() {
    database = databaseWith(d -> d.legacyCertificate = Certificates.VALID);

    change(c -> c.tls = false);

    assertThat(desk.database(database).spec().access().legacyCertificate()).isNull();
  }

  @Test
  void legacyCertificateStandsWithoutTls() {
    change(
        c -> {
          c.tls = false;
          c.legacyCertificate = Certificates.VALID;
        });

    assertThat(desk.database(database).spec().access().legacyCertificate())
        .isEqualTo(Certificates.VALID);
  }

  @Test
  void backupStaysActiveWhenOnlyItsPlaceChanges() {
    database =
        databaseWith(
            d ->
                d.backup =
                    new DatabaseSpec.Backup(
                        true, "every-6-hours", null, "aws-s3", new Secret("s3://b/p")));

    change(
        c ->
            c.backup =
                new DatabaseSpec.Backup(
                    null, "every-6-hours", null, "aws-s3", new Secret("s3://b/q")));

    assertThat(desk.database(database).spec().backup())
        .isEqualTo(
            new DatabaseSpec.Backup(true, "every-6-hours", null, "aws-s3", new Secret("s3://b/q")));
  }

  @Test
  void defaultSourcesAreNoSourcesOfItsOwn() {
    database = databaseWith(d -> d.sourceIps = List.of("10.1.0.0/16"));

    change(c -> c.sourceIps = List.of("0.0.0.0/0"));

    assertThat(desk.database(database).spec().access().sourceIps()).isEmpty();
  }

  @Test
  void defaultRulesAreAnotherHashingThanCustomOnesWithoutRules() {
    database =
        databaseWith(
            d -> {
              d.shardingType = "custom-regex-rules";
              d.regexRules = List.of();
            });

    change(c -> c.regexRules = DatabaseSpec.Topology.DEFAULT_REGEX_RULES);

    assertThat(desk.database(database).spec().topology().regexRules())
        .isEqualTo(DatabaseSpec.Topology.DEFAULT_REGEX_RULES);
  }

  @Test
  void disablingTlsErasesCertificates() {
    database =
        databaseWith(
            d -> {
              d.tls = true;
              d.certificates = List.of(Certificates.VALID);
            });

    change(c -> c.tls = false);

    assertThat(desk.database(database).spec().access().clientCertificates()).isEmpty();
  }

  @Test
  void newPasswordMayComeWithTheUserThatUsesIt() {
    database = databaseWith(d -> d.defaultUser = false);

    change(
        c -> {
          c.defaultUser = true;
          c.password = new Secret("another");
        });

    assertThat(desk.database(database).spec().access().password()).isEqualTo(new Secret("another"));
  }

  @Test
  void changeWithinTheCapacityDoesNotCountAsAChangingSubscription() {
    for (int i = 0; i < 3; i++) {
      desk.subscription(Desk.PENDING);
    }

    assertThat(change(c -> c.size = new Size(2, false))).isEqualTo(database);
  }

  @Test
  void dryRunNamesTheNewPriceAndChangesNothing() {
    var larger = Specs.change(c -> c.size = new Size(2, false));

    var prices = desk.price(new UpdateDatabase(subscription, database, larger, true));

    assertThat(prices.pricing().getFirst().typeDetails()).isEqualTo("high-throughput");
  }
}
