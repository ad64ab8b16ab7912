package dev.slipway.api.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.slipway.api.http.Link;
import dev.slipway.api.resource.Standing;
import dev.slipway.model.Prices;
import dev.slipway.model.SubscriptionSpec.Deployment;
import dev.slipway.model.SubscriptionSpec.Encryption;
import dev.slipway.model.SubscriptionSpec.MemoryStorage;
import dev.slipway.model.SubscriptionSpec.PaymentMethod;
import dev.slipway.model.SubscriptionSpec.Provider;
import dev.slipway.model.SubscriptionSpec.ResourceTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A subscription as the API shows it (api-rules 3.4, client-contract 3.3).
///
/// @param prometheusEndpoint where the metrics of its databases are: a whole URL, as this server
///   shares one port among all
/// @param extension what only this server says
public record SubscriptionView(
    int id,
    String name,
    String status,
    Deployment deploymentType,
    @Nullable Integer paymentMethodId,
    PaymentMethod paymentMethodType,
    MemoryStorage memoryStorage,
    Encryption persistentStorageEncryptionType,
    boolean storageEncryption,
    @Nullable String deletionGracePeriod,
    @Nullable KeyAccess customerManagedKeyAccessDetails,
    boolean publicEndpointAccess,
    int numberOfDatabases,
    List<Prices.Line> subscriptionPricing,
    String prometheusEndpoint,
    List<Cloud> cloudDetails,
    List<Link> links,
    @JsonProperty("x-slipway") Extension extension) {

  /// The cloud and its regions.
  ///
  /// @param resourceTags absent when there are none
  public record Cloud(
      Provider provider,
      int cloudAccountId,
      double totalSizeInGb,
      List<Region> regions,
      @Nullable List<ResourceTag> resourceTags,
      List<Link> links) {}

  /// One region.
  ///
  /// @param networking a list here, an object in requests
  public record Region(
      String region,
      List<Networking> networking,
      List<String> preferredAvailabilityZones,
      boolean multipleAvailabilityZones) {}

  /// @param vpcId only what the user gave: an invented one makes Terraform replace the subscription
  /// @param subnetId the first of those that were given, or an invented one: Terraform reads it as
  ///   something that the cloud decides
  public record Networking(
      @JsonProperty("deploymentCIDR") String deploymentCidr,
      @Nullable String vpcId,
      String subnetId,
      @Nullable String securityGroupId) {}

  /// @param capacityInGb memory that is planned for its databases
  /// @param recordedOnly fields that are stored and not in force
  public record Extension(
      @JsonUnwrapped Standing standing, double capacityInGb, List<String> recordedOnly) {}
}
