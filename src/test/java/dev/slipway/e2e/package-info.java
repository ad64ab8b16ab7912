/// The whole server from outside: a test starts one on a folder, sends what clients send over HTTP,
/// and talks to the Redis that comes of it.
///
/// {@link dev.slipway.e2e.Site} is the folder and the server on it, {@link dev.slipway.e2e.Walker}
/// the client of the API, {@link dev.slipway.e2e.TenantRedis} the client of a database.
@NullMarked
package dev.slipway.e2e;

import org.jspecify.annotations.NullMarked;
