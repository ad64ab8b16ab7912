package dev.slipway.command;

import static dev.slipway.model.ProblemType.*;
import static dev.slipway.model.Specs.database;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Account;
import dev.slipway.model.CreateSubscription.Planned;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.ManagedKeys;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionDraft;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.SubscriptionSpec.PaymentMethod;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RefusedSubscriptionCreationTest extends SubscriptionCreationTest {
  record RefusedSubscription(ProblemType type, String mentions, Consumer<SubscriptionDraft> fault) {
    @Override
    public String toString() {
      return type + " naming " + mentions;
    }
  }

  static Stream<RefusedSubscription> refused() {
    return Stream.of(refusedPayments(), refusedPlaces(), refusedTags()).flatMap(all -> all);
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
            CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_INVALID_FORMAT,
            "arn:aws:kms",
            s -> {
              s.encryption = SubscriptionSpec.Encryption.CUSTOMER_MANAGED_KEY;
              s.managedKeys =
                  new ManagedKeys(List.of(new ManagedKeys.Key("a key", null)), "immediate");
            }),
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
            s -> s.securityGroupId = "sg-1"));
  }

  private static Stream<RefusedSubscription> refusedTags() {
    return Stream.of(
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
  void annualAccountPaysByItsContract() {
    desk.changeAccount(Account.Plan.ANNUAL);

    assertThat(refuse(s -> s.paymentMethodId = 8241, ONE).type())
        .isEqualTo(ProblemType.PAYMENT_INFO_NOT_ALLOWED_IN_CONTRACT_ASSOCIATED_ACCOUNT);
  }

  @Test
  void fourthChangingSubscriptionIsRefused() {
    desk.subscription(Desk.PENDING);
    desk.subscription(new Status.Changing("growing"));
    desk.subscription(new Status.Deleting());

    var problem = refuse(_ -> {}, ONE);

    assertThat(problem.type()).isEqualTo(TOO_MANY_PENDING_SUBSCRIPTIONS);
    assertThat(problem.status()).isEqualTo(429);
    assertThat(problem.description()).contains("10001; 10002; 10003");
  }

  private Problem refuse(Consumer<SubscriptionDraft> but, Planned... plan) {
    return desk.refuse(command(but, false, plan));
  }
}
