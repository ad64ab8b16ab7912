/// Tests of the API over HTTP, on real rows: {@link dev.slipway.api.ApiServer} is the server.
@NullMarked
package dev.slipway.api;

import org.jspecify.annotations.NullMarked;
