package dev.slipway.model;

import dev.slipway.model.SubscriptionSpec.MemoryStorage;
import dev.slipway.model.SubscriptionSpec.PaymentMethod;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A subscription that every rule accepts, until a test changes something.
public final class SubscriptionDraft {
  public String name = "shop";
  public PaymentMethod paymentMethod = PaymentMethod.CREDIT_CARD;
  public @Nullable Integer paymentMethodId = Specs.CARD;
  public MemoryStorage memoryStorage = MemoryStorage.RAM;
  public SubscriptionSpec.Encryption encryption =
      SubscriptionSpec.Encryption.CLOUD_PROVIDER_MANAGED_KEY;
  public SubscriptionSpec.Provider provider = SubscriptionSpec.Provider.AWS;
  public int cloudAccountId = 1;
  public String region = "us-east-1";
  public boolean multipleZones;
  public List<String> zones = List.of();
  public String deploymentCidr = "192.168.0.0/24";
  public @Nullable String vpcId;
  public List<String> subnetIds = List.of();
  public @Nullable String securityGroupId;
  public List<SubscriptionSpec.ResourceTag> resourceTags = List.of();
  public int regionCount = 1;
  public @Nullable String redisVersion;
  public boolean publicEndpointAccess = true;
  public double capacityGb;
  public @Nullable ManagedKeys managedKeys;
  public SubscriptionSpec.Deployment deployment = SubscriptionSpec.Deployment.SINGLE_REGION;

  SubscriptionSpec spec() {
    var asked =
        new SubscriptionSpec.Region(
            region, multipleZones, zones, deploymentCidr, vpcId, subnetIds, securityGroupId);
    return new SubscriptionSpec(
        name,
        paymentMethod,
        paymentMethodId,
        memoryStorage,
        encryption,
        provider,
        cloudAccountId,
        Collections.nCopies(regionCount, asked),
        redisVersion,
        publicEndpointAccess,
        resourceTags,
        capacityGb,
        null,
        null,
        deployment,
        managedKeys);
  }
}
