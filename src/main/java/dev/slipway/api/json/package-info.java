/// Bytes to records and back.
///
/// {@link dev.slipway.api.json.Decoder} reads a body into a wire record and checks it; what is
/// wrong comes back as one {@link dev.slipway.api.json.MalformedBody} that holds every {@link
/// dev.slipway.api.json.Fault}. {@link dev.slipway.api.json.Json} writes answers. Enums are spelled
/// by one rule, {@link dev.slipway.api.json.Words}.
@NullMarked
package dev.slipway.api.json;

import org.jspecify.annotations.NullMarked;
