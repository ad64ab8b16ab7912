/// The nouns of Slipway and the rules that are true of them without a database, a network or a
/// clock.
///
/// A request becomes a {@link dev.slipway.model.Command}; its verdict is a {@link
/// dev.slipway.model.TaskState}; what it asks for is a {@link dev.slipway.model.Spec} in a {@link
/// dev.slipway.model.Resource}; where that stands is a {@link dev.slipway.model.Status}; what went
/// wrong is a {@link dev.slipway.model.Problem}. Every other room imports these, and they import
/// nothing but the JDK.
@NullMarked
package dev.slipway.model;

import org.jspecify.annotations.NullMarked;
