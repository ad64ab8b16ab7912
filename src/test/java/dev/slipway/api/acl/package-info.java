/// Tests of the room of the same name.
@NullMarked
package dev.slipway.api.acl;

import org.jspecify.annotations.NullMarked;
