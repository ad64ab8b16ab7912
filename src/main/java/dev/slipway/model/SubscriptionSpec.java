package dev.slipway.model;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a subscription is to be (api-rules 3.1).
///
/// @param paymentMethodId null for marketplace and contract accounts
/// @param publicEndpointAccess false: only private source addresses may reach its databases
/// @param resourceTags what the user's own cloud account shows at everything that is made for it
/// @param capacityGb memory that is planned for its databases; a database beyond it grows it first
/// @param maintenance null until it was set, and as good as automatic then
/// @param allowList null until it was set, and as good as empty then
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
    double capacityGb,
    @Nullable Maintenance maintenance,
    @Nullable AllowList allowList)
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

  /// When its cluster may be worked on.
  ///
  /// @param manual whether only in these windows, or at any time
  public record Maintenance(boolean manual, List<Window> windows) {
    /// At any time, as every subscription begins.
    public static final Maintenance AUTOMATIC = new Maintenance(false, List.of());
  }

  /// Some hours on some days, in the time zone of the region. A window that begins in the hour that
  /// a change of the clock leaves out begins when that hour is over, and one that begins in the
  /// hour that comes twice begins the first time.
  ///
  /// @param days in the order in which they were sent
  /// @param startHour 0 to 23
  /// @param durationInHours 4 to 24
  public record Window(List<DayOfWeek> days, int startHour, int durationInHours) {}

  /// Which addresses of the user's own cloud account may reach it (api-rules 4.1).
  public record AllowList(List<String> cidrIps, List<String> securityGroupIds) {
    /// None was ever set.
    public static final AllowList NONE = new AllowList(List.of(), List.of());
  }

  /// The same with another name.
  public SubscriptionSpec withName(String newName) {
    return with(
        newName,
        paymentMethod,
        paymentMethodId,
        publicEndpointAccess,
        resourceTags,
        capacityGb,
        maintenance,
        allowList);
  }

  /// The same, paid for in another way.
  public SubscriptionSpec withPayment(PaymentMethod method, @Nullable Integer methodId) {
    return with(
        name,
        method,
        methodId,
        publicEndpointAccess,
        resourceTags,
        capacityGb,
        maintenance,
        allowList);
  }

  /// The same with its public endpoints open or shut.
  public SubscriptionSpec withPublicEndpointAccess(boolean open) {
    return with(
        name,
        paymentMethod,
        paymentMethodId,
        open,
        resourceTags,
        capacityGb,
        maintenance,
        allowList);
  }

  /// The same with these labels and no others.
  public SubscriptionSpec withResourceTags(List<ResourceTag> tags) {
    return with(
        name,
        paymentMethod,
        paymentMethodId,
        publicEndpointAccess,
        tags,
        capacityGb,
        maintenance,
        allowList);
  }

  /// The same with room for this much memory.
  public SubscriptionSpec withCapacityGb(double newCapacityGb) {
    return with(
        name,
        paymentMethod,
        paymentMethodId,
        publicEndpointAccess,
        resourceTags,
        newCapacityGb,
        maintenance,
        allowList);
  }

  /// The same, worked on at other times.
  public SubscriptionSpec withMaintenance(Maintenance newMaintenance) {
    return with(
        name,
        paymentMethod,
        paymentMethodId,
        publicEndpointAccess,
        resourceTags,
        capacityGb,
        newMaintenance,
        allowList);
  }

  /// The same, reached from elsewhere.
  public SubscriptionSpec withAllowList(AllowList newAllowList) {
    return with(
        name,
        paymentMethod,
        paymentMethodId,
        publicEndpointAccess,
        resourceTags,
        capacityGb,
        maintenance,
        newAllowList);
  }

  private SubscriptionSpec with(
      String newName,
      PaymentMethod newPaymentMethod,
      @Nullable Integer newPaymentMethodId,
      boolean newPublicEndpointAccess,
      List<ResourceTag> newResourceTags,
      double newCapacityGb,
      @Nullable Maintenance newMaintenance,
      @Nullable AllowList newAllowList) {
    return new SubscriptionSpec(
        newName,
        newPaymentMethod,
        newPaymentMethodId,
        memoryStorage,
        encryption,
        provider,
        cloudAccountId,
        regions,
        redisVersion,
        newPublicEndpointAccess,
        newResourceTags,
        newCapacityGb,
        newMaintenance,
        newAllowList);
  }
}
