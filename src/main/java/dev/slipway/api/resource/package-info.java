/// What all provisioned resources have in common when they are shown: how they stand, when, and
/// what to answer when they are not there.
@NullMarked
package dev.slipway.api.resource;

import org.jspecify.annotations.NullMarked;
