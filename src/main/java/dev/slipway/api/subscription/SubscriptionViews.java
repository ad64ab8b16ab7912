package dev.slipway.api.subscription;

import dev.slipway.api.http.Link;
import dev.slipway.api.resource.Standing;
import dev.slipway.model.Catalogue;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Gigabytes;
import dev.slipway.model.Pricing;
import dev.slipway.model.Resource;
import dev.slipway.model.Sha256;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import java.util.ArrayList;
import java.util.List;

/// Shows the rows of subscriptions.
record SubscriptionViews(Catalogue catalogue) {
  /// A subscription with what its databases add up to.
  ///
  /// @param endpoint where the metrics of these are
  SubscriptionView view(
      Resource<SubscriptionSpec> row,
      List<Resource<DatabaseSpec>> databases,
      String endpoint,
      List<Link> links) {
    SubscriptionSpec spec = row.spec();
    var specs = databases.stream().map(Resource::spec).toList();
    return new SubscriptionView(
        row.id(),
        spec.name(),
        status(row),
        spec.deployment(),
        spec.paymentMethodId(),
        spec.paymentMethod(),
        spec.memoryStorage(),
        spec.encryption(),
        false,
        spec.managedKeys() == null ? null : spec.managedKeys().deletionGracePeriod(),
        KeyAccess.of(spec),
        spec.publicEndpointAccess(),
        specs.size(),
        Pricing.of(spec, specs, catalogue).pricing(),
        endpoint,
        List.of(cloud(row, specs)),
        links,
        extension(row));
  }

  private static String status(Resource<SubscriptionSpec> row) {
    return switch (row.status()) {
      case Status.Pending _ when row.spec().awaitsKey() -> "encryption_key_pending";
      case Status.Pending _, Status.Changing _ -> "pending";
      case Status.Active _ -> "active";
      case Status.Deleting _ -> "deleting";
      case Status.Failed _ -> "error";
    };
  }

  private static SubscriptionView.Cloud cloud(
      Resource<SubscriptionSpec> row, List<DatabaseSpec> databases) {
    SubscriptionSpec spec = row.spec();
    return new SubscriptionView.Cloud(
        spec.provider(),
        spec.cloudAccountId(),
        Gigabytes.total(databases),
        spec.regions().stream().map(region -> region(row.id(), region)).toList(),
        spec.resourceTags().isEmpty() ? null : spec.resourceTags(),
        List.of());
  }

  private static SubscriptionView.Region region(int subscription, SubscriptionSpec.Region region) {
    return new SubscriptionView.Region(
        region.region(),
        List.of(
            new SubscriptionView.Networking(
                region.deploymentCidr(),
                region.vpcId(),
                region.subnetIds().stream()
                    .findFirst()
                    .orElseGet(() -> invented("subnet", subscription, region.region())),
                region.securityGroupId())),
        region.preferredAvailabilityZones(),
        region.multipleAvailabilityZones());
  }

  /// A stable name in the form of the clouds, for what has no network of its own here.
  static String invented(String kind, int subscription, String region) {
    return kind + "-" + Sha256.hex(subscription + " " + region).substring(0, 17);
  }

  private static SubscriptionView.Extension extension(Resource<SubscriptionSpec> row) {
    return new SubscriptionView.Extension(
        Standing.of(row), row.spec().capacityGb(), recordedOnly(row.spec()));
  }

  /// Fields that are stored and shown, and that nothing on this machine could make real.
  private static List<String> recordedOnly(SubscriptionSpec spec) {
    var fields = new ArrayList<String>();
    if (!spec.resourceTags().isEmpty()) {
      fields.add("resourceTags");
    }
    if (spec.memoryStorage() == SubscriptionSpec.MemoryStorage.RAM_AND_FLASH) {
      fields.add("memoryStorage");
    }
    if (spec.regions().stream().anyMatch(SubscriptionSpec.Region::multipleAvailabilityZones)) {
      fields.add("multipleAvailabilityZones");
    }
    if (spec.encryption() == SubscriptionSpec.Encryption.CUSTOMER_MANAGED_KEY) {
      fields.add("persistentStorageEncryptionType");
    }
    if (!spec.publicEndpointAccess()) {
      fields.add("publicEndpointAccess");
    }
    return List.copyOf(fields);
  }
}
