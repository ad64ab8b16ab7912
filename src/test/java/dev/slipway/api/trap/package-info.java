/// What breaks real clients, each trap with its test (client-contract 6).
@NullMarked
package dev.slipway.api.trap;

import org.jspecify.annotations.NullMarked;
