package dev.slipway.model;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a subscription is to be (api-rules 3.1).
///
/// @param paymentMethodId null for marketplace and contract accounts
/// @param publicEndpointAccess false: only private source addresses may reach its databases
/// @param resourceTags what the user's own cloud account shows at everything that is made for it
/// @param capacityGb memory that is planned for its databases; a database beyond it grows it first
/// @param maintenance null until it was set, and as good as automatic then
/// @param allowList null until it was set, and as good as empty then
/// @param deployment single-region where nothing is said
/// @param managedKeys of the user's own; null until they are named, and where the cloud holds the
///   key
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
    @Nullable AllowList allowList,
    Deployment deployment,
    @Nullable ManagedKeys managedKeys)
    implements Spec {
  /// Rows from before there were several kinds of deployment do not say theirs.
  public SubscriptionSpec {
    deployment = Objects.requireNonNullElse(deployment, Deployment.SINGLE_REGION);
    if (deployment == Deployment.ACTIVE_ACTIVE) {
      regions = regions.stream().sorted(Comparator.comparing(Region::region)).toList();
    }
  }

  /// In how many regions its databases are written to.
  public enum Deployment {
    SINGLE_REGION,
    ACTIVE_ACTIVE
  }

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

  /// One region of the subscription; single-region subscriptions have exactly one, and those of
  /// Active-Active ones are in the order of their names.
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

  /// Whether its databases are written to in several regions.
  public boolean activeActive() {
    return deployment == Deployment.ACTIVE_ACTIVE;
  }

  /// Whether it waits for the user to name keys.
  public boolean awaitsKey() {
    return encryption == Encryption.CUSTOMER_MANAGED_KEY && managedKeys == null;
  }

  /// The same with another name.
  public SubscriptionSpec withName(String newName) {
    return with(copy -> copy.name = newName);
  }

  /// The same, paid for in another way.
  public SubscriptionSpec withPayment(PaymentMethod method, @Nullable Integer methodId) {
    return with(
        copy -> {
          copy.paymentMethod = method;
          copy.paymentMethodId = methodId;
        });
  }

  /// The same in these regions.
  public SubscriptionSpec withRegions(List<Region> newRegions) {
    return with(
        copy -> {
          copy.regions = newRegions;
          copy.managedKeys = managedKeys == null ? null : managedKeys.in(newRegions);
        });
  }

  /// The same with its public endpoints open or shut.
  public SubscriptionSpec withPublicEndpointAccess(boolean open) {
    return with(copy -> copy.publicEndpointAccess = open);
  }

  /// The same with these labels and no others.
  public SubscriptionSpec withResourceTags(List<ResourceTag> tags) {
    return with(copy -> copy.resourceTags = tags);
  }

  /// The same with room for this much memory.
  public SubscriptionSpec withCapacityGb(double newCapacityGb) {
    return with(copy -> copy.capacityGb = newCapacityGb);
  }

  /// The same, worked on at other times.
  public SubscriptionSpec withMaintenance(Maintenance newMaintenance) {
    return with(copy -> copy.maintenance = newMaintenance);
  }

  /// The same, reached from elsewhere.
  public SubscriptionSpec withAllowList(AllowList newAllowList) {
    return with(copy -> copy.allowList = newAllowList);
  }

  /// The same with these keys for its storage.
  public SubscriptionSpec withManagedKeys(ManagedKeys keys) {
    return with(copy -> copy.managedKeys = keys.after(managedKeys));
  }

  private SubscriptionSpec with(Consumer<Copy> change) {
    var copy = new Copy(this);
    change.accept(copy);
    return new SubscriptionSpec(
        copy.name,
        copy.paymentMethod,
        copy.paymentMethodId,
        memoryStorage,
        encryption,
        provider,
        cloudAccountId,
        copy.regions,
        redisVersion,
        copy.publicEndpointAccess,
        copy.resourceTags,
        copy.capacityGb,
        copy.maintenance,
        copy.allowList,
        deployment,
        copy.managedKeys);
  }

  /// What can change of a subscription, while it does.
  private static final class Copy {
    String name;
    PaymentMethod paymentMethod;
    @Nullable Integer paymentMethodId;
    List<Region> regions;
    boolean publicEndpointAccess;
    List<ResourceTag> resourceTags;
    double capacityGb;
    @Nullable Maintenance maintenance;
    @Nullable AllowList allowList;
    @Nullable ManagedKeys managedKeys;

    Copy(SubscriptionSpec of) {
      name = of.name;
      paymentMethod = of.paymentMethod;
      paymentMethodId = of.paymentMethodId;
      regions = of.regions;
      publicEndpointAccess = of.publicEndpointAccess;
      resourceTags = of.resourceTags;
      capacityGb = of.capacityGb;
      maintenance = of.maintenance;
      allowList = of.allowList;
      managedKeys = of.managedKeys;
    }
  }
}
