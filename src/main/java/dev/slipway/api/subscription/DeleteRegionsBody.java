package dev.slipway.api.subscription;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `DELETE /subscriptions/{id}/regions` (api-rules 3.3). The ignored names are echoes of answers
/// that clients send back.
@Valid
@JsonIgnoreProperties({"subscriptionId", "commandType"})
public record DeleteRegionsBody(
    @NotEmpty List<@NotNull @Valid Named> regions, @Nullable Boolean dryRun) {
  /// One region.
  @Valid
  public record Named(@NotNull String region) {}
}
