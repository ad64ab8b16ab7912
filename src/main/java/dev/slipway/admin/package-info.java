/// What the server says about itself below `/_slipway`: nothing that is under `/v1`.
///
/// {@link dev.slipway.admin.Health} asks whether the start is done and answers.
@NullMarked
package dev.slipway.admin;

import org.jspecify.annotations.NullMarked;
