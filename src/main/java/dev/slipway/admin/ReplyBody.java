package dev.slipway.admin;

import dev.slipway.model.CounterpartReply;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/// What the other side is to say.
@Valid
public record ReplyBody(@NotNull CounterpartReply reply) {}
