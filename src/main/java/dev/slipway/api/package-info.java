/// The API: bytes become commands, rows become JSON.
///
/// A request comes in through {@link dev.slipway.api.http.ApiHandler}, which lets it in or refuses
/// it; the routes of its resource ({@link dev.slipway.api.account.AccountRoutes}, {@link
/// dev.slipway.api.subscription.SubscriptionRoutes}, {@link
/// dev.slipway.api.database.DatabaseRoutes}, {@link dev.slipway.api.task.TaskRoutes}) decode the
/// body and hand a command to the task queue, or read rows and show them. Nothing here decides
/// whether an account may have something: that is the command's. {@link dev.slipway.api.Api} puts
/// the parts together.
@NullMarked
package dev.slipway.api;

import org.jspecify.annotations.NullMarked;
