package dev.slipway.api.subscription;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/// `PUT /subscriptions/{id}/resource-tags`, which replaces all (api-rules 3.3).
@Valid
@JsonIgnoreProperties({"subscriptionId", "commandType"})
public record ResourceTagsBody(@NotNull List<@NotNull @Valid TagBody> resourceTags) {
  /// One label.
  @Valid
  public record TagBody(@NotNull String key, @NotNull String value) {}
}
