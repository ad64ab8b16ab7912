/// What is below `/_slipway`: nothing that the cloud's API has.
///
/// {@link dev.slipway.admin.Health} asks whether the start is done and answers. A request of the
/// administrator passes {@link dev.slipway.admin.TokenDoor} to an operation of {@link
/// dev.slipway.admin.AdminSide}, which changes rows and shows them at once, without a task; a
/// failover it only asks for. {@link dev.slipway.admin.MetricsSide} is only read.
@NullMarked
package dev.slipway.admin;

import org.jspecify.annotations.NullMarked;
