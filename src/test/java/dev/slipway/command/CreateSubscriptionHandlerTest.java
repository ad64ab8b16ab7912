package dev.slipway.command;

import static dev.slipway.model.ProblemType.*;
import static dev.slipway.model.Specs.database;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Account;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.CreateSubscription.Planned;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseSpec.Size;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionDraft;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.SubscriptionSpec.PaymentMethod;
import dev.slipway.model.SubscriptionSpec.ResourceTag;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateSubscriptionHandlerTest extends DeskTest {
  private static final Planned ONE = new Planned(database("cache"), 1);

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

  record RefusedSubscription(ProblemType type, String mentions, Consumer<SubscriptionDraft> fault) {
    @Override
    public String toString() {
      return type + " naming " + mentions;
    }
  }

  static Stream<RefusedSubscription> refused() {
    return Stream.concat(refusedPayments(), refusedPlaces());
  }

  private static Stream<RefusedSubscription> refusedPayments() {
    return Stream.of(
        refused(PAYMENT_INFO_NOT_PROVIDED, "paymentMethodId", s -> s.paymentMethodId = null),
        refused(SUBSCRIPTION_PI_NOT_FOUND, "77", s -> s.paymentMethodId = 77),
        refused(PAYMENT_INFO_EXPIRED, "2025-12", s -> s.paymentMethodId = Specs.EXPIRED_CARD),
        refused(
            MARKETPLACE_PAYMENT_INFO_COLLISION,
            "marketplace",
            s -> s.paymentMethod = PaymentMethod.MARKETPLACE),
        refused(
            CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_IS_NOT_SUPPORTED,
            "cloud-provider-managed-key",
            s -> s.encryption = SubscriptionSpec.Encryption.CUSTOMER_MANAGED_KEY),
        refused(SUBSCRIPTION_REDIS_VERSION_INVALID_VALUE, "5.0", s -> s.redisVersion = "5.0"),
        refused(SUBSCRIPTION_REDIS_VERSION_CONFLICT, "8.2", s -> s.redisVersion = "8.2"));
  }

  private static Stream<RefusedSubscription> refusedPlaces() {
    return Stream.of(
        refused(CLOUD_ACCOUNT_NOT_FOUND, "9", s -> s.cloudAccountId = 9),
        refused(SUBSCRIPTION_CA_PROVIDER_MISMATCH, "GCP", s -> s.cloudAccountId = 3),
        refused(
            SUBSCRIPTION_GCP_ALLOW_ONLY_INTERNAL,
            "GCP",
            s -> {
              s.provider = SubscriptionSpec.Provider.GCP;
              s.cloudAccountId = 3;
            }),
        refused(
            SINGLE_REGION_SUBSCRIPTION_MUST_DEFINE_ONLY_ONE_REGION, "2", s -> s.regionCount = 2),
        refused(
            SINGLE_REGION_SUBSCRIPTION_MUST_DEFINE_ONLY_ONE_REGION, "0", s -> s.regionCount = 0),
        refused(SUBSCRIPTION_INVALID_REGION_NAME, "us-central1", s -> s.region = "us-central1"),
        refused(
            SUBSCRIPTION_REGION_DOES_NOT_SUPPORT_MULTI_AZ,
            "us-west-1",
            s -> {
              s.region = "us-west-1";
              s.multipleZones = true;
            }),
        refused(
            SUBSCRIPTION_BAD_PREFERRED_AZ_SIZE,
            "2",
            s -> s.zones = List.of("us-east-1a", "us-east-1b")),
        refused(
            SUBSCRIPTION_PREFERRED_AZ_MUST_BE_DEFINED_ONCE,
            "us-east-1a",
            s -> {
              s.multipleZones = true;
              s.zones = List.of("us-east-1a", "us-east-1a", "us-east-1b");
            }),
        refused(
            SUBSCRIPTION_PREFERRED_AZ_INVALID_VALUE,
            "us-east-1x",
            s -> s.zones = List.of("us-east-1x")),
        refused(SUBSCRIPTION_INVALID_CIDR, "10.0.0.0/16", s -> s.deploymentCidr = "10.0.0.0/16"),
        refused(SUBSCRIPTION_INVALID_CIDR, "10.0.0.1/24", s -> s.deploymentCidr = "10.0.0.1/24"),
        refused(SUBSCRIPTION_INVALID_CIDR, "everywhere", s -> s.deploymentCidr = "everywhere"),
        refused(VPC_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT, "vpcId", s -> s.vpcId = "vpc-1"),
        refused(
            SUBNET_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT,
            "subnetIds",
            s -> s.subnetIds = List.of("subnet-1")),
        refused(
            SECURITY_GROUP_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT,
            "securityGroupId",
            s -> s.securityGroupId = "sg-1"),
        refused(
            RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT,
            "resourceTags",
            s -> s.resourceTags = tags("team")),
        refused(RESOURCE_TAGS_EMPTY_KEY, "empty", s -> tagged(s, " ")),
        refused(RESOURCE_TAGS_DUPLICATE_KEY, "team", s -> tagged(s, "team", "team")),
        refused(
            RESOURCE_TAGS_EXCEEDS_MAXIMUM_COUNT,
            "31",
            s -> tagged(s, IntStream.range(0, 31).mapToObj(i -> "k" + i).toArray(String[]::new))));
  }

  private static void tagged(SubscriptionDraft subscription, String... keys) {
    subscription.cloudAccountId = 2;
    subscription.resourceTags = tags(keys);
  }

  private static List<ResourceTag> tags(String... keys) {
    return Stream.of(keys).map(key -> new ResourceTag(key, "value")).toList();
  }

  @Test
  void thirtyTagsAreKept() {
    String[] keys = IntStream.range(0, 30).mapToObj(i -> "k" + i).toArray(String[]::new);

    int id = create(s -> tagged(s, keys), ONE);

    assertThat(desk.subscription(id).spec().resourceTags()).isEqualTo(tags(keys));
  }

  private static RefusedSubscription refused(
      ProblemType type, String mentions, Consumer<SubscriptionDraft> fault) {
    return new RefusedSubscription(type, mentions, fault);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void subscriptionThatBreaksARuleIsRefused(RefusedSubscription refused) {
    var problem = refuse(refused.fault(), ONE);

    assertThat(problem.type()).isEqualTo(refused.type());
    assertThat(problem.description()).contains(refused.mentions());
  }

  @Test
  void everyDatabaseOfThePlanKeepsToTheRules() {
    var odd = database("odd", d -> d.alerts = List.of(new DatabaseSpec.Alert("coffee", 1)));

    assertThat(refuse(_ -> {}, ONE, new Planned(odd, 1)).type()).isEqualTo(DATABASE_INVALID_ALERTS);
  }

  @Test
  void planMustNameADatabase() {
    assertThat(refuse(_ -> {}).type()).isEqualTo(SUBSCRIPTION_MUST_HAVE_AT_LEAST_ONE_DATABASE);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void quantityOutsideItsRangeIsRefused(int quantity) {
    assertThat(refuse(_ -> {}, new Planned(database("many"), quantity)).type())
        .isEqualTo(DATABASE_INVALID_QUANTITY);
  }

  @Test
  void nameOfTwoDatabasesIsRefused() {
    var problem =
        refuse(_ -> {}, new Planned(database("many"), 2), new Planned(database("many-2"), 1));

    assertThat(problem.type()).isEqualTo(DATABASE_NAME_DUPLICATE);
    assertThat(problem.description()).contains("many-2");
  }

  @Test
  void numberMakesANameTooLong() {
    assertThat(refuse(_ -> {}, new Planned(database("a".repeat(39)), 2)).type())
        .isEqualTo(DATABASE_NAME_TOO_LONG);
  }

  @Test
  void oneDatabaseMoreThanTheLimitIsRefused() {
    desk.serve(Desk.LENIENT, Desk.limits(2));

    assertThat(refuse(_ -> {}, new Planned(database("many"), 3)).type())
        .isEqualTo(DATABASE_USAGE_EXCEEDS_GLOBAL_LIMIT);
  }

  @Test
  void portForSeveralDatabasesIsRefused() {
    assertThat(refuse(_ -> {}, new Planned(database("many", d -> d.port = 10_001), 2)).type())
        .isEqualTo(DATABASE_CUSTOM_PORT_NOT_UNIQUE);
  }

  @Test
  void planWithMoreDatabasesThanPortsIsRefused() {
    var problem = refuse(_ -> {}, new Planned(database("many"), 6));

    assertThat(problem.type()).isEqualTo(DATABASE_PORT_IS_UNAVAILABLE);
    assertThat(problem.description()).contains("needs 6 ports, and 5");
  }

  @Test
  void fourthChangingSubscriptionIsRefused() {
    desk.subscription(Desk.PENDING);
    desk.subscription(new Status.Changing("growing"));
    desk.subscription(new Status.Deleting());

    var problem = refuse(_ -> {}, ONE);

    assertThat(problem.type()).isEqualTo(TOO_MANY_PENDING_SUBSCRIPTIONS);
    assertThat(problem.status()).isEqualTo(429);
    assertThat(problem.description()).contains("[10001, 10002, 10003]");
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
  void dryRunNamesThePriceOfEveryDatabaseAndMakesNothing() {
    var prices = desk.price(command(_ -> {}, true, new Planned(database("many"), 2)));

    assertThat(prices.pricing())
        .extracting(line -> line.databaseName() + " " + line.quantity())
        .containsExactly("many-1 2", "many-2 2");
  }

  private int create(Consumer<SubscriptionDraft> but, Planned... plan) {
    return desk.accept(command(but, false, plan));
  }

  private Problem refuse(Consumer<SubscriptionDraft> but, Planned... plan) {
    return desk.refuse(command(but, false, plan));
  }

  private static CreateSubscription command(
      Consumer<SubscriptionDraft> but, boolean dryRun, Planned... plan) {
    return new CreateSubscription(Specs.subscription(but), List.of(plan), dryRun);
  }

  private List<String> names(int subscription) {
    return desk.databasesOf(subscription).stream().map(d -> d.spec().name()).toList();
  }
}
