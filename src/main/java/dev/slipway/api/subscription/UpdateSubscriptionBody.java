package dev.slipway.api.subscription;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.UpdateSubscription;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// `PUT /subscriptions/{id}` (api-rules 3.3): nothing else of a subscription can change. The
/// ignored names are echoes of answers that clients send back: of tasks, and all that {@link
/// SubscriptionView} shows and nobody can change here.
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
  "cloudDetails",
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
    @Nullable Boolean publicEndpointAccess) {
  /// Whether only the payment changes, as a billing administrator may.
  boolean isAboutPaymentAlone() {
    return name == null && publicEndpointAccess == null;
  }

  UpdateSubscription command(int subscriptionId) {
    return new UpdateSubscription(
        subscriptionId, name, paymentMethod, paymentMethodId, publicEndpointAccess);
  }
}
