package dev.slipway.command;

import static dev.slipway.model.ProblemType.SUBSCRIPTION_BAD_PREFERRED_AZ_SIZE;
import static dev.slipway.model.ProblemType.SUBSCRIPTION_PREFERRED_AZ_INVALID_VALUE;
import static dev.slipway.model.ProblemType.SUBSCRIPTION_PREFERRED_AZ_MUST_BE_DEFINED_ONCE;
import static dev.slipway.model.ProblemType.SUBSCRIPTION_REGION_DOES_NOT_SUPPORT_MULTI_AZ;

import dev.slipway.model.Catalogue;
import dev.slipway.model.SubscriptionSpec;
import java.util.Set;

/// Which availability zones a subscription may prefer (api-rules 4.1). None means: any.
final class ZoneRules {
  private static final int MULTIPLE = 3;

  private ZoneRules() {}

  /// Refuses with SUBSCRIPTION_REGION_DOES_NOT_SUPPORT_MULTI_AZ,
  /// SUBSCRIPTION_BAD_PREFERRED_AZ_SIZE, SUBSCRIPTION_PREFERRED_AZ_MUST_BE_DEFINED_ONCE and
  /// SUBSCRIPTION_PREFERRED_AZ_INVALID_VALUE.
  static void check(SubscriptionSpec.Region asked, Catalogue.Region region) {
    if (asked.multipleAvailabilityZones() && region.zones().size() < MULTIPLE) {
      throw new Refused(
          SUBSCRIPTION_REGION_DOES_NOT_SUPPORT_MULTI_AZ,
          "multipleAvailabilityZones needs %s zones, and region %s has %s."
              .formatted(MULTIPLE, region.name(), region.zones().size()));
    }
    var zones = asked.preferredAvailabilityZones();
    int needed = asked.multipleAvailabilityZones() ? MULTIPLE : 1;
    if (!zones.isEmpty() && zones.size() != needed) {
      throw new Refused(
          SUBSCRIPTION_BAD_PREFERRED_AZ_SIZE,
          "preferredAvailabilityZones has %s entries here, not %s.".formatted(needed, zones.size()),
          "Name three with multipleAvailabilityZones, else one.");
    }
    if (Set.copyOf(zones).size() < zones.size()) {
      throw new Refused(
          SUBSCRIPTION_PREFERRED_AZ_MUST_BE_DEFINED_ONCE,
          "preferredAvailabilityZones %s names a zone twice.".formatted(zones));
    }
    if (!region.zones().containsAll(zones)) {
      throw new Refused(
          SUBSCRIPTION_PREFERRED_AZ_INVALID_VALUE,
          "preferredAvailabilityZones %s are not all in region %s, which has %s."
              .formatted(zones, region.name(), region.zones()));
    }
  }
}
