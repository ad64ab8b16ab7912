/// What can be measured, in the text format of Prometheus.
///
/// {@link dev.slipway.admin.metrics.DatabaseMetrics} makes one answer out of the rows of a
/// subscription and what the last checkup of each database found; {@link
/// dev.slipway.admin.metrics.OwnMetrics} another out of counts of rows, what the server counts
/// since its start, and the JVM. Both fill {@link dev.slipway.admin.metrics.Families}, which alone
/// knows the library that writes them; it is loaded when somebody asks.
@NullMarked
package dev.slipway.admin.metrics;

import org.jspecify.annotations.NullMarked;
