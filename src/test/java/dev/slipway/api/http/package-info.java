/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.http;

import org.jspecify.annotations.NullMarked;
