package dev.slipway.model;

import org.jspecify.annotations.Nullable;

/// Change what can be changed of a subscription; null leaves a value as it is.
public record UpdateSubscription(
    int subscriptionId,
    @Nullable String name,
    SubscriptionSpec.@Nullable PaymentMethod paymentMethod,
    @Nullable Integer paymentMethodId,
    @Nullable Boolean publicEndpointAccess)
    implements Command {}
