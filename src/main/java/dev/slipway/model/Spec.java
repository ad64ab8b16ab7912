package dev.slipway.model;

/// What somebody wants a resource to be. Stored as one JSON document and read back into the same
/// record.
public sealed interface Spec
    permits SubscriptionSpec,
        DatabaseSpec,
        RedisRuleSpec,
        AclRoleSpec,
        AclUserSpec,
        CloudAccountSpec,
        EmulatedSpec {
  /// The name that the user gave it.
  String name();
}
