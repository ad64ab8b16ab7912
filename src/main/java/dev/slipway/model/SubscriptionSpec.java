package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a subscription is to be (api-rules 3.1).
///
/// @param paymentMethodId null for marketplace and contract accounts
/// @param publicEndpointAccess false: only private source addresses may reach its databases
/// @param resourceTags what the user's own cloud account shows at everything that is made for it
/// @param capacityGb memory that is planned for its databases; a database beyond it grows it first
public record SubscriptionSpec(
    String name,
    PaymentMethod paymentMethod,
    @Nullable Integer paymentMethodId,
    MemoryStorage memoryStorage,
    Encryption encryption,
    Provider provider,
    int cloudAccountId,
    List<Region> regions,
    @Nullable String redisVersion,
    boolean publicEndpointAccess,
    List<ResourceTag> resourceTags,
    double capacityGb)
    implements Spec {
  /// How it is paid for.
  public enum PaymentMethod {
    CREDIT_CARD,
    MARKETPLACE
  }

  /// Where its data lives.
  public enum MemoryStorage {
    RAM,
    RAM_AND_FLASH
  }

  /// Who holds the key of its storage.
  public enum Encryption {
    CLOUD_PROVIDER_MANAGED_KEY,
    CUSTOMER_MANAGED_KEY
  }

  /// The clouds of the API.
  public enum Provider {
    AWS,
    GCP
  }

  /// One region of the subscription; single-region subscriptions have exactly one.
  ///
  /// @param vpcId only what the user gave: an invented one makes Terraform replace the subscription
  /// @param subnetIds in the user's own cloud account
  /// @param securityGroupId in the user's own cloud account
  public record Region(
      String region,
      boolean multipleAvailabilityZones,
      List<String> preferredAvailabilityZones,
      String deploymentCidr,
      @Nullable String vpcId,
      List<String> subnetIds,
      @Nullable String securityGroupId) {}

  /// A label in the user's own cloud account.
  public record ResourceTag(String key, String value) {}

  /// The same with another name.
  public SubscriptionSpec withName(String newName) {
    return new SubscriptionSpec(
        newName,
        paymentMethod,
        paymentMethodId,
        memoryStorage,
        encryption,
        provider,
        cloudAccountId,
        regions,
        redisVersion,
        publicEndpointAccess,
        resourceTags,
        capacityGb);
  }

  /// The same, paid for in another way.
  public SubscriptionSpec withPayment(PaymentMethod method, @Nullable Integer methodId) {
    return new SubscriptionSpec(
        name,
        method,
        methodId,
        memoryStorage,
        encryption,
        provider,
        cloudAccountId,
        regions,
        redisVersion,
        publicEndpointAccess,
        resourceTags,
        capacityGb);
  }

  /// The same with its public endpoints open or shut.
  public SubscriptionSpec withPublicEndpointAccess(boolean open) {
    return new SubscriptionSpec(
        name,
        paymentMethod,
        paymentMethodId,
        memoryStorage,
        encryption,
        provider,
        cloudAccountId,
        regions,
        redisVersion,
        open,
        resourceTags,
        capacityGb);
  }

  /// The same with room for this much memory.
  public SubscriptionSpec withCapacityGb(double newCapacityGb) {
    return new SubscriptionSpec(
        name,
        paymentMethod,
        paymentMethodId,
        memoryStorage,
        encryption,
        provider,
        cloudAccountId,
        regions,
        redisVersion,
        publicEndpointAccess,
        resourceTags,
        newCapacityGb);
  }
}
