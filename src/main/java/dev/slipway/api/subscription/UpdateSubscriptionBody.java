package dev.slipway.api.subscription;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.api.subscription.CreateSubscriptionBody.EncryptionKey;
import dev.slipway.model.Command;
import dev.slipway.model.SubscriptionCommand.SetKeys;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.UpdateSubscription;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `PUT /subscriptions/{id}` (api-rules 3.3): nothing else of a subscription can change. Keys of
/// the user's own come alone, with their grace period. The ignored names are echoes of answers that
/// clients send back: of tasks, and all that {@link SubscriptionView} shows and nobody can change
/// here.
@Valid
@JsonIgnoreProperties({
  "subscriptionId",
  "commandType",
  "id",
  "status",
  "deploymentType",
  "paymentMethodType",
  "memoryStorage",
  "persistentStorageEncryptionType",
  "storageEncryption",
  "numberOfDatabases",
  "subscriptionPricing",
  "prometheusEndpoint",
  "cloudDetails",
  "customerManagedKeyAccessDetails",
  "links",
  "x-slipway"
})
public record UpdateSubscriptionBody(
    @Nullable
        @Size(max = SubscriptionName.LONGEST, message = SubscriptionName.TOO_LONG)
        @Pattern(regexp = SubscriptionName.SHAPE, message = SubscriptionName.MISSHAPEN)
        String name,
    SubscriptionSpec.@Nullable PaymentMethod paymentMethod,
    @Nullable Integer paymentMethodId,
    @Nullable Boolean publicEndpointAccess,
    @Nullable List<@NotNull @Valid EncryptionKey> customerManagedKeys,
    @Nullable DeletionGracePeriod deletionGracePeriod) {
  /// Whether only the payment changes, as a billing administrator may.
  boolean isAboutPaymentAlone() {
    return name == null && publicEndpointAccess == null && customerManagedKeys == null;
  }

  /// A key is named in a request of its own. Whatever else is shown of a subscription may come with
  /// a grace period, which is ignored then.
  Command command(int subscriptionId) {
    return customerManagedKeys == null
        ? update(subscriptionId)
        : new SetKeys(subscriptionId, EncryptionKey.keys(customerManagedKeys, deletionGracePeriod));
  }

  /// Whether it names a key and changes something else too.
  boolean mixesKeysWithOthers() {
    return customerManagedKeys != null
        && (name != null
            || paymentMethod != null
            || paymentMethodId != null
            || publicEndpointAccess != null);
  }

  private UpdateSubscription update(int subscriptionId) {
    return new UpdateSubscription(
        subscriptionId, name, paymentMethod, paymentMethodId, publicEndpointAccess);
  }
}
