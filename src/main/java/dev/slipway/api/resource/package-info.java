/// What all provisioned resources have in common when they are shown: how they stand, when, what
/// went wrong, and what to answer when they are not there; and what the system log says of a change
/// that has no task.
@NullMarked
package dev.slipway.api.resource;

import org.jspecify.annotations.NullMarked;
