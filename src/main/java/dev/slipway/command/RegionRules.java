package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_FORMAT;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_OVERLAPPING_OTHER_REGIONS;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_RAM_AND_FLASH_MEMORY_STORAGE_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_REGION_LIMIT_REACHED;

import dev.slipway.model.Cidr;
import dev.slipway.model.SubscriptionSpec;
import java.util.HashMap;
import java.util.HashSet;

/// In which regions an Active-Active subscription may be (api-rules 3.1, 4.1 and 4.11).
final class RegionRules {
  private static final int MOST = 10;

  private RegionRules() {}

  /// Refuses with ACTIVE_ACTIVE_RAM_AND_FLASH_MEMORY_STORAGE_NOT_SUPPORTED,
  /// ACTIVE_ACTIVE_REGION_LIMIT_REACHED, ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE and the two
  /// types of the deployment blocks.
  static void check(SubscriptionSpec subscription) {
    if (subscription.memoryStorage() == SubscriptionSpec.MemoryStorage.RAM_AND_FLASH) {
      throw new Refused(
          ACTIVE_ACTIVE_RAM_AND_FLASH_MEMORY_STORAGE_NOT_SUPPORTED,
          "memoryStorage ram-and-flash does not go with deploymentType active-active.",
          "Use ram.");
    }
    var regions = subscription.regions();
    if (regions.size() > MOST) {
      throw new Refused(
          ACTIVE_ACTIVE_REGION_LIMIT_REACHED,
          "An Active-Active subscription is in at most %s regions, and this would be %s."
              .formatted(MOST, regions.size()));
    }
    var names = new HashSet<String>();
    for (var region : regions) {
      if (!names.add(region.region())) {
        throw new Refused(
            ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE,
            "region %s is there twice.".formatted(Words.quoted(region.region())));
      }
    }
    disjoint(subscription);
  }

  /// Blocks of one size overlap only when they are the same. Refuses with
  /// ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_FORMAT and
  /// ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_OVERLAPPING_OTHER_REGIONS.
  private static void disjoint(SubscriptionSpec subscription) {
    var owners = new HashMap<Cidr, String>();
    for (var region : subscription.regions()) {
      Cidr block =
          PlacementRules.deploymentCidr(
              region.deploymentCidr(), ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_FORMAT);
      String owner = owners.putIfAbsent(block, region.region());
      if (owner != null) {
        throw new Refused(
            ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_OVERLAPPING_OTHER_REGIONS,
            "deploymentCIDR %s is that of region %s and of region %s."
                .formatted(region.deploymentCidr(), owner, region.region()),
            "Give each region a block of its own.");
      }
    }
  }
}
