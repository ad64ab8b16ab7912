/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.database;

import org.jspecify.annotations.NullMarked;
