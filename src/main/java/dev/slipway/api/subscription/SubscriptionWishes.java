package dev.slipway.api.subscription;

import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_MULTIPLE_CLOUD_ACCOUNTS_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT;
import static dev.slipway.model.ProblemType.MULTIPLE_CLOUD_PROVIDERS_NOT_SUPPORTED;
import static java.util.Objects.requireNonNullElse;

import dev.slipway.api.database.DatabaseContradictions;
import dev.slipway.api.database.DatabaseWishes;
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
record SubscriptionWishes(RegionWishes regions, DatabaseWishes databases) {
  private static final String NAME = "subscription";

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
    var deployment =
        requireNonNullElse(body.deploymentType(), SubscriptionSpec.Deployment.SINGLE_REGION);
    return new SubscriptionSpec(
        requireNonNullElse(body.name(), NAME),
        requireNonNullElse(body.paymentMethod(), SubscriptionSpec.PaymentMethod.CREDIT_CARD),
        body.paymentMethodId(),
        requireNonNullElse(body.memoryStorage(), SubscriptionSpec.MemoryStorage.RAM),
        requireNonNullElse(
            body.persistentStorageEncryptionType(),
            SubscriptionSpec.Encryption.CLOUD_PROVIDER_MANAGED_KEY),
        provider(cloud),
        requireNonNullElse(cloud.cloudAccountId(), CloudAccountSpec.INTERNAL),
        regions(deployment, cloud),
        body.redisVersion(),
        requireNonNullElse(body.publicEndpointAccess(), true),
        orNone(cloud.resourceTags()).stream()
            .map(tag -> new SubscriptionSpec.ResourceTag(tag.key(), tag.value()))
            .toList(),
        0,
        null,
        null,
        deployment,
        body.persistentStorageEncryptionKeys() == null
            ? null
            : body.persistentStorageEncryptionKeys().keys());
  }

  private List<SubscriptionSpec.Region> regions(
      SubscriptionSpec.Deployment deployment, CreateSubscriptionBody.CloudProvider cloud) {
    var provider = provider(cloud);
    return switch (deployment) {
      case SINGLE_REGION ->
          cloud.regions().stream().map(body -> regions.single(provider, body)).toList();
      case ACTIVE_ACTIVE ->
          cloud.regions().stream().map(body -> regions.oneOfMany(provider, body)).toList();
    };
  }

  private static SubscriptionSpec.Provider provider(CreateSubscriptionBody.CloudProvider cloud) {
    return requireNonNullElse(cloud.provider(), SubscriptionSpec.Provider.AWS);
  }

  /// A list that was left out is empty.
  static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Optional<Problem> contradiction(CreateSubscriptionBody body) {
    if (activeActive(body) && accounts(body) > 1) {
      return Optional.of(
          new Problem(
              ACTIVE_ACTIVE_MULTIPLE_CLOUD_ACCOUNTS_NOT_SUPPORTED,
              "cloudProviders names several cloud accounts, and all regions of an Active-Active"
                  + " subscription are in one. Name one entry."));
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

  private static boolean activeActive(CreateSubscriptionBody body) {
    return body.deploymentType() == SubscriptionSpec.Deployment.ACTIVE_ACTIVE;
  }

  private static long accounts(CreateSubscriptionBody body) {
    return body.cloudProviders().stream()
        .map(cloud -> requireNonNullElse(cloud.cloudAccountId(), CloudAccountSpec.INTERNAL))
        .distinct()
        .count();
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
