package dev.slipway.command;

import static dev.slipway.model.ProblemType.*;
import static dev.slipway.model.Specs.database;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Account;
import dev.slipway.model.CreateSubscription.Planned;
import dev.slipway.model.DatabaseSpec.Size;
import dev.slipway.model.Problem;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec.PaymentMethod;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CreateSubscriptionHandlerTest extends SubscriptionCreationTest {
  @Test
  void subscriptionAndItsDatabasesArePending() {
    int id = create(_ -> {}, ONE);

    assertThat(desk.subscription(id).status()).isInstanceOf(Status.Pending.class);
    assertThat(desk.databasesOf(id))
        .singleElement()
        .satisfies(
            database -> {
              assertThat(database.status()).isInstanceOf(Status.Pending.class);
              assertThat(database.spec().planned()).isTrue();
              assertThat(database.spec().port()).isBetween(10_000, 10_004);
            });
  }

  @Test
  void quantityNumbersTheNames() {
    int id = create(_ -> {}, new Planned(database("small"), 3), ONE);

    assertThat(names(id)).containsExactly("small-1", "small-2", "small-3", "cache");
  }

  @Test
  void everyDatabaseOfThePlanGetsItsOwnPassword() {
    int id = create(_ -> {}, new Planned(database("small"), 3));

    var passwords =
        desk.databasesOf(id).stream().map(d -> d.spec().access().password().clear()).toList();
    assertThat(passwords).doesNotHaveDuplicates().allMatch(text -> text.matches("[A-Za-z0-9]{32}"));
  }

  @Test
  void capacityIsThePlansMemoryRoundedUpToAStep() {
    int id = create(_ -> {}, new Planned(database("large", d -> d.size = new Size(3, false)), 2));

    assertThat(desk.subscription(id).spec().capacityGb()).isEqualTo(20);
  }

  @Test
  void portOfChoiceIsNotGivenToADatabaseWithout() {
    int id = create(_ -> {}, ONE, new Planned(database("own", d -> d.port = 10_000), 1));

    assertThat(desk.databasesOf(id))
        .filteredOn(database -> database.spec().name().equals("own"))
        .singleElement()
        .satisfies(database -> assertThat(database.spec().port()).isEqualTo(10_000));
  }

  @Test
  void annualAccountNeedsNoPaymentMethod() {
    desk.changeAccount(Account.Plan.ANNUAL);

    assertThat(create(s -> s.paymentMethodId = null, ONE)).isPositive();
  }

  @Test
  void marketplaceNeedsNoPaymentMethod() {
    int id =
        create(
            s -> {
              s.paymentMethod = PaymentMethod.MARKETPLACE;
              s.paymentMethodId = null;
            },
            ONE);

    assertThat(desk.subscription(id).spec().paymentMethodId()).isNull();
  }

  @Test
  void threeZonesAreAccepted() {
    int id =
        create(
            s -> {
              s.multipleZones = true;
              s.zones = List.of("us-east-1a", "us-east-1b", "us-east-1c");
            },
            ONE);

    assertThat(desk.subscription(id).spec().regions().getFirst().preferredAvailabilityZones())
        .hasSize(3);
  }

  @Test
  void ownCloudAccountMayHaveItsNetwork() {
    int id =
        create(
            s -> {
              s.cloudAccountId = 2;
              s.vpcId = "vpc-1";
            },
            ONE);

    assertThat(desk.subscription(id).spec().regions().getFirst().vpcId()).isEqualTo("vpc-1");
  }

  @Test
  void emptyNetworkAsksForNothing() {
    assertThat(create(s -> s.vpcId = "", ONE)).isPositive();
  }

  @Test
  void subscriptionsInErrorDoNotCountAsChanging() {
    var failed = new Status.Failed(new Problem(PROVISION_FAILURE, "no disk"));
    for (int i = 0; i < 3; i++) {
      desk.subscription(failed);
    }

    assertThat(create(_ -> {}, ONE)).isPositive();
  }

  @Test
  void subscriptionsOfOthersDoNotCountAsChanging() {
    for (int i = 0; i < 3; i++) {
      desk.subscription(Desk.PENDING);
    }
    desk.changeAccount(Account.Plan.FLEXIBLE);

    assertThat(create(_ -> {}, ONE)).isPositive();
  }

  @Test
  void dryRunPricesEveryEntryOfThePlanInOneLineAndMakesNothing() {
    var prices = desk.price(command(_ -> {}, true, new Planned(database("many"), 3), ONE));

    assertThat(prices.pricing())
        .extracting(line -> line.databaseName() + " " + line.quantity())
        .containsExactly("many 6", "cache 2");
  }

  private List<String> names(int subscription) {
    return desk.databasesOf(subscription).stream().map(d -> d.spec().name()).toList();
  }

  @Test
  void thirtyTagsAreKept() {
    String[] keys = IntStream.range(0, 30).mapToObj(i -> "k" + i).toArray(String[]::new);

    int id = create(s -> tagged(s, keys), ONE);

    assertThat(desk.subscription(id).spec().resourceTags()).isEqualTo(tags(keys));
  }
}
