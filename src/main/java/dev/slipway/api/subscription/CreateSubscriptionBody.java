package dev.slipway.api.subscription;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.api.database.PlannedDatabaseBody;
import dev.slipway.model.ManagedKeys;
import dev.slipway.model.SubscriptionSpec;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /subscriptions` (api-rules 3.1). The ignored names are echoes of answers that clients send
/// back.
@Valid
@JsonIgnoreProperties({"subscriptionId", "commandType"})
public record CreateSubscriptionBody(
    @Nullable
        @Size(max = SubscriptionName.LONGEST, message = SubscriptionName.TOO_LONG)
        @Pattern(regexp = SubscriptionName.SHAPE, message = SubscriptionName.MISSHAPEN)
        String name,
    @Nullable Boolean dryRun,
    SubscriptionSpec.@Nullable Deployment deploymentType,
    SubscriptionSpec.@Nullable PaymentMethod paymentMethod,
    @Nullable Integer paymentMethodId,
    SubscriptionSpec.@Nullable MemoryStorage memoryStorage,
    @JsonAlias("persistentStorageEncryption")
        SubscriptionSpec.@Nullable Encryption persistentStorageEncryptionType,
    @Nullable @Valid EncryptionKeys persistentStorageEncryptionKeys,
    @NotEmpty List<@NotNull @Valid CloudProvider> cloudProviders,
    @NotNull List<@NotNull @Valid PlannedDatabaseBody> databases,
    @Nullable String redisVersion,
    @Nullable Boolean publicEndpointAccess) {
  /// A cloud and its regions.
  @Valid
  public record CloudProvider(
      SubscriptionSpec.@Nullable Provider provider,
      @Nullable Integer cloudAccountId,
      @NotEmpty List<@NotNull @Valid Region> regions,
      @Nullable List<@NotNull @Valid ResourceTag> resourceTags) {}

  /// A label in the user's own cloud account.
  @Valid
  public record ResourceTag(@NotNull String key, @NotNull String value) {}

  /// Keys of the user's own for the storage.
  @Valid
  public record EncryptionKeys(
      @NotEmpty List<@NotNull @Valid EncryptionKey> customerManagedKeys,
      @Nullable DeletionGracePeriod deletionGracePeriod) {
    ManagedKeys keys() {
      return EncryptionKey.keys(customerManagedKeys, deletionGracePeriod);
    }
  }

  /// One key.
  ///
  /// @param region where it is used, in an Active-Active subscription
  @Valid
  public record EncryptionKey(@NotNull String resourceName, @Nullable String region) {
    static ManagedKeys keys(List<EncryptionKey> keys, @Nullable DeletionGracePeriod period) {
      return new ManagedKeys(
          keys.stream().map(key -> new ManagedKeys.Key(key.resourceName(), key.region())).toList(),
          period == null ? null : period.spelling());
    }
  }

  /// One region.
  @Valid
  public record Region(
      @NotNull String region,
      @Nullable Boolean multipleAvailabilityZones,
      @Nullable List<@NotNull String> preferredAvailabilityZones,
      @Nullable @Valid Networking networking) {}

  /// How a region is connected: an object here, a list in answers (client-contract 6, trap 14).
  @Valid
  public record Networking(
      @JsonProperty("deploymentCIDR") @JsonAlias("deploymentCidr") @Nullable String deploymentCidr,
      @Nullable String vpcId,
      @Nullable List<@NotNull String> subnetIds,
      @Nullable String securityGroupId) {}
}
