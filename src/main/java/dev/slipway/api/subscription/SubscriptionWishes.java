package dev.slipway.api.subscription;

import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_SUBSCRIPTION_IS_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT;
import static dev.slipway.model.ProblemType.MULTIPLE_CLOUD_PROVIDERS_NOT_SUPPORTED;
import static java.util.Objects.requireNonNullElse;

import dev.slipway.api.database.DatabaseContradictions;
import dev.slipway.api.database.DatabaseWishes;
import dev.slipway.model.Catalogue;
import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.Command;
import dev.slipway.model.Contradiction;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.Problem;
import dev.slipway.model.SubscriptionSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the model's values of bodies, with every default of api-rules 3.1 filled in. What an
/// account may have is not looked at here.
record SubscriptionWishes(Catalogue catalogue, DatabaseWishes databases) {
  private static final String NAME = "subscription";
  private static final String DEPLOYMENT_CIDR = "192.168.0.0/24";
  private static final CreateSubscriptionBody.Networking NO_NETWORKING =
      new CreateSubscriptionBody.Networking(null, null, null, null);

  /// The command of a body.
  Command command(CreateSubscriptionBody body) {
    Optional<Problem> contradiction = contradiction(body);
    if (contradiction.isPresent()) {
      return new Contradiction("subscriptionCreateRequest", contradiction.get());
    }
    return new CreateSubscription(
        spec(body),
        body.databases().stream()
            .map(planned -> databases.planned(planned, body.redisVersion()))
            .toList(),
        requireNonNullElse(body.dryRun(), false));
  }

  private SubscriptionSpec spec(CreateSubscriptionBody body) {
    var cloud = body.cloudProviders().getFirst();
    var provider = requireNonNullElse(cloud.provider(), SubscriptionSpec.Provider.AWS);
    return new SubscriptionSpec(
        requireNonNullElse(body.name(), NAME),
        requireNonNullElse(body.paymentMethod(), SubscriptionSpec.PaymentMethod.CREDIT_CARD),
        body.paymentMethodId(),
        requireNonNullElse(body.memoryStorage(), SubscriptionSpec.MemoryStorage.RAM),
        requireNonNullElse(
            body.persistentStorageEncryptionType(),
            SubscriptionSpec.Encryption.CLOUD_PROVIDER_MANAGED_KEY),
        provider,
        requireNonNullElse(cloud.cloudAccountId(), CloudAccountSpec.INTERNAL),
        cloud.regions().stream().map(region -> region(provider, region)).toList(),
        body.redisVersion(),
        requireNonNullElse(body.publicEndpointAccess(), true),
        orNone(cloud.resourceTags()).stream()
            .map(tag -> new SubscriptionSpec.ResourceTag(tag.key(), tag.value()))
            .toList(),
        0,
        null,
        null,
        requireNonNullElse(body.deploymentType(), SubscriptionSpec.Deployment.SINGLE_REGION));
  }

  private SubscriptionSpec.Region region(
      SubscriptionSpec.Provider provider, CreateSubscriptionBody.Region body) {
    var networking = requireNonNullElse(body.networking(), NO_NETWORKING);
    boolean multiple = requireNonNullElse(body.multipleAvailabilityZones(), false);
    return new SubscriptionSpec.Region(
        body.region(),
        multiple,
        zones(provider, body, multiple ? 3 : 1),
        requireNonNullElse(networking.deploymentCidr(), DEPLOYMENT_CIDR),
        networking.vpcId(),
        orNone(networking.subnetIds()),
        networking.securityGroupId());
  }

  /// A list that was left out is empty.
  static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /// The zones that were asked for, or the first ones of the region: answers must name exactly as
  /// many as the subscription uses (client-contract 6, trap 16).
  private List<String> zones(
      SubscriptionSpec.Provider provider, CreateSubscriptionBody.Region body, int count) {
    var asked = body.preferredAvailabilityZones();
    if (asked != null && !asked.isEmpty()) {
      return asked;
    }
    return catalogue
        .region(provider, body.region())
        .map(region -> region.zones().stream().limit(count).toList())
        .orElse(List.of());
  }

  private static Optional<Problem> contradiction(CreateSubscriptionBody body) {
    if (body.deploymentType() == SubscriptionSpec.Deployment.ACTIVE_ACTIVE) {
      return Optional.of(
          new Problem(
              ACTIVE_ACTIVE_SUBSCRIPTION_IS_NOT_SUPPORTED,
              "This server has no Active-Active subscriptions. Use deploymentType single-region."));
    }
    if (body.cloudProviders().size() > 1) {
      return Optional.of(
          new Problem(
              MULTIPLE_CLOUD_PROVIDERS_NOT_SUPPORTED,
              "cloudProviders may have one entry, and this has "
                  + body.cloudProviders().size()
                  + ". Make a subscription in each cloud."));
    }
    return keys(body)
        .or(
            () ->
                body.databases().stream()
                    .flatMap(planned -> DatabaseContradictions.in(planned).stream())
                    .findFirst());
  }

  /// Keys of the user's own are refused in the words of the rule that comes first (api-rules 4.3).
  private static Optional<Problem> keys(CreateSubscriptionBody body) {
    if (body.persistentStorageEncryptionKeys() == null) {
      return Optional.empty();
    }
    if (body.persistentStorageEncryptionType()
        != SubscriptionSpec.Encryption.CUSTOMER_MANAGED_KEY) {
      return Optional.of(
          new Problem(
              CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY,
              "persistentStorageEncryptionKeys goes with persistentStorageEncryptionType"
                  + " customer-managed-key. Leave it out."));
    }
    Integer account = body.cloudProviders().getFirst().cloudAccountId();
    return account == null || account == CloudAccountSpec.INTERNAL
        ? Optional.of(
            new Problem(
                CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT,
                "persistentStorageEncryptionKeys needs a cloud account of your own. Leave it out."))
        : Optional.empty();
  }
}
