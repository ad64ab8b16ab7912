/// The door of the API: an HTTP request becomes a call, an answer becomes an HTTP response.
///
/// {@link dev.slipway.api.http.ApiHandler} passes each request along one line: host, keys ({@link
/// dev.slipway.api.http.Doorkeeper}), rate ({@link dev.slipway.api.http.RateLimit}), route ({@link
/// dev.slipway.api.http.RouteTable}), role, body; then the operation's own {@link
/// dev.slipway.api.http.Action} makes the {@link dev.slipway.api.http.Answer}. Whoever says no
/// throws a {@link dev.slipway.api.http.Refusal}, and only the handler renders it.
@NullMarked
package dev.slipway.api.http;

import org.jspecify.annotations.NullMarked;
