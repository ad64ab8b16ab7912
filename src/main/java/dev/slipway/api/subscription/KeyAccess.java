package dev.slipway.api.subscription;

import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.SubscriptionSpec.Provider;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whom a user would have to let at the key of a subscription (api-rules 4.3). It is played: the
/// names are of nobody, and no key is ever used.
///
/// @param redisServiceAccount clients want it in every cloud
/// @param redisIamRole in AWS alone
public record KeyAccess(
    String redisServiceAccount,
    List<String> googlePredefinedRoles,
    List<String> googleCustomPermissions,
    @Nullable String redisIamRole,
    @Nullable Map<String, Object> requiredKeyPolicyStatements,
    List<String> deletionGracePeriodOptions) {
  private static final String ROLE = "arn:aws:iam::000000000000:role/slipway-emulated";
  private static final List<String> ACTIONS =
      List.of("kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey");

  /// Null where the cloud holds the key.
  static @Nullable KeyAccess of(SubscriptionSpec spec) {
    if (spec.encryption() != SubscriptionSpec.Encryption.CUSTOMER_MANAGED_KEY) {
      return null;
    }
    boolean aws = spec.provider() == Provider.AWS;
    return new KeyAccess(
        "slipway@emulated.invalid",
        aws
            ? List.of()
            : List.of("roles/cloudkms.cryptoKeyEncrypterDecrypter", "roles/cloudkms.viewer"),
        aws ? List.of() : List.of("cloudkms.cryptoKeys.getIamPolicy"),
        aws ? ROLE : null,
        aws ? statement() : null,
        DeletionGracePeriod.WORDS);
  }

  private static Map<String, Object> statement() {
    return Map.of("Effect", "Allow", "Principal", Map.of("AWS", ROLE), "Action", ACTIONS);
  }
}
