/// Cost reports: a body becomes a command, and what its task kept becomes a file in the columns of
/// FOCUS, the FinOps Open Cost and Usage Specification.
@NullMarked
package dev.slipway.api.cost;

import org.jspecify.annotations.NullMarked;
