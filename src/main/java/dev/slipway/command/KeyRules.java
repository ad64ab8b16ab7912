package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_CREATE_A_REGION_CUSTOMER_MANAGED_KEY_RESOURCE_NAME_IS_NOT_SET;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_CREATE_A_REGION_CUSTOMER_MANAGED_KEY_RESOURCE_NAME_SUBSCRIPTION_IS_NOT_CUSTOMER_MANAGED;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DELETION_GRACE_PERIOD_REQUIRED;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DUPLICATE_REGIONS;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_INVALID_FORMAT;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_INVALID_NUMBER_OF_KEYS;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_INVALID_REGION;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_KEYS;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REGION_NOT_REQUIRED;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REGION_REQUIRED;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REQUIRED_FOR_EXTERNAL_CLOUD_ACCOUNT;

import dev.slipway.model.ActiveActiveCommand.AddRegion;
import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.ManagedKeys;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.SubscriptionSpec.Provider;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// Which keys of the user's own a subscription may have (api-rules 4.3). In the internal cloud
/// account it waits for them after it was made; in another it is made with them. Each is refused
/// with one of the types that are imported here.
final class KeyRules {
  private static final Pattern AWS =
      Pattern.compile("arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/\\S+");
  private static final Pattern GCP =
      Pattern.compile("projects/[^/\\s]+/locations/[^/\\s]+/keyRings/[^/\\s]+/cryptoKeys/[^/\\s]+");

  private KeyRules() {}

  /// Of a subscription that is to be made.
  static void creation(SubscriptionSpec subscription) {
    if (subscription.managedKeys() != null) {
      named(subscription);
    } else if (subscription.awaitsKey()
        && subscription.cloudAccountId() != CloudAccountSpec.INTERNAL) {
      throw new Refused(
          CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REQUIRED_FOR_EXTERNAL_CLOUD_ACCOUNT,
          "customer-managed-key in a cloud account of your own needs the key.",
          "Send persistentStorageEncryptionKeys.");
    }
  }

  /// Of one whose keys are named.
  static void named(SubscriptionSpec subscription) {
    ManagedKeys named = Objects.requireNonNull(subscription.managedKeys());
    if (subscription.activeActive()) {
      oneForEachRegion(named.keys(), subscription);
    } else {
      one(named.keys());
    }
    named.keys().forEach(key -> format(key, subscription.provider()));
    if (named.deletionGracePeriod() == null) {
      throw new Refused(
          CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DELETION_GRACE_PERIOD_REQUIRED,
          "The first keys come with deletionGracePeriod.");
    }
  }

  /// A subscription with the key for a region that is added.
  static SubscriptionSpec oneMore(AddRegion command, SubscriptionSpec before) {
    String name = command.keyResourceName();
    ManagedKeys keys = before.managedKeys();
    if (keys == null && name == null) {
      return before;
    }
    if (keys == null) {
      throw new Refused(
          ACTIVE_ACTIVE_CREATE_A_REGION_CUSTOMER_MANAGED_KEY_RESOURCE_NAME_SUBSCRIPTION_IS_NOT_CUSTOMER_MANAGED,
          "customerManagedKeyResourceName needs a subscription with keys of its own.",
          "Leave it out.");
    }
    if (name == null) {
      throw new Refused(
          ACTIVE_ACTIVE_CREATE_A_REGION_CUSTOMER_MANAGED_KEY_RESOURCE_NAME_IS_NOT_SET,
          "The subscription has keys of its own, one for each region.",
          "Send customerManagedKeyResourceName for the new one.");
    }
    var key = new ManagedKeys.Key(name, command.region().region());
    format(key, before.provider());
    return before.withManagedKeys(keys.with(key));
  }

  private static void one(List<ManagedKeys.Key> keys) {
    if (keys.size() != 1) {
      throw new Refused(
          CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_INVALID_NUMBER_OF_KEYS,
          "customerManagedKeys of a single-region subscription has one entry, and this has %s."
              .formatted(keys.size()));
    }
    if (keys.getFirst().region() != null) {
      throw new Refused(
          CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REGION_NOT_REQUIRED,
          "region is for keys of Active-Active subscriptions.",
          "Leave it out.");
    }
  }

  private static void oneForEachRegion(List<ManagedKeys.Key> keys, SubscriptionSpec subscription) {
    var missing = new LinkedHashSet<String>();
    subscription.regions().forEach(region -> missing.add(region.region()));
    var seen = new HashSet<String>();
    for (var key : keys) {
      String region = key.region();
      if (region == null) {
        throw new Refused(
            CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REGION_REQUIRED,
            "Each key of an Active-Active subscription names its region, and %s does not."
                .formatted(Words.quoted(key.resourceName())));
      }
      if (!seen.add(region)) {
        throw new Refused(
            CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DUPLICATE_REGIONS,
            "customerManagedKeys names region %s twice.".formatted(Words.quoted(region)));
      }
      if (!missing.remove(region)) {
        throw new Refused(
            CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_INVALID_REGION,
            "The subscription is not in region %s.".formatted(Words.quoted(region)),
            "GET /subscriptions/{id}/regions lists its regions.");
      }
    }
    if (!missing.isEmpty()) {
      throw new Refused(
          CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_KEYS,
          "customerManagedKeys has no key for %s.".formatted(missing),
          "Name one for each region.");
    }
  }

  private static void format(ManagedKeys.Key key, Provider provider) {
    boolean aws = provider == Provider.AWS;
    if (!(aws ? AWS : GCP).matcher(key.resourceName()).matches()) {
      throw new Refused(
          CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_INVALID_FORMAT,
          "resourceName %s is no key of %s.".formatted(Words.quoted(key.resourceName()), provider),
          aws
              ? "Write it like arn:aws:kms:us-east-1:123456789012:key/id."
              : "Write it like projects/p/locations/l/keyRings/r/cryptoKeys/k.");
    }
  }
}
