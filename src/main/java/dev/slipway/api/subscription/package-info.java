/// Subscriptions: bodies become commands, rows become JSON.
///
/// {@link dev.slipway.api.subscription.SubscriptionRoutes} lists the operations. {@link
/// dev.slipway.api.subscription.SubscriptionWishes} makes the model's values of a body, with the
/// databases of its creation plan; {@link dev.slipway.api.subscription.SubscriptionView} is the way
/// back.
@NullMarked
package dev.slipway.api.subscription;

import org.jspecify.annotations.NullMarked;
