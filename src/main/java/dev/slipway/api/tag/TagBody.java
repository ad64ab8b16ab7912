package dev.slipway.api.tag;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/// `POST .../tags` (api-rules 4.9). Capital letters become small ones.
@Valid
@JsonIgnoreProperties({
  "subscriptionId",
  "databaseId",
  "commandType",
  "createdAt",
  "updatedAt",
  "links"
})
public record TagBody(
    @NotNull @Size(min = 1, max = 64) @Pattern(regexp = TagWords.ALLOWED, message = TagWords.RULE)
        String key,
    @NotBlank @Pattern(regexp = TagWords.ALLOWED, message = TagWords.RULE) String value) {
  /// `PUT .../tags/{tagKey}`.
  @Valid
  @JsonIgnoreProperties({"subscriptionId", "databaseId", "key", "commandType"})
  public record Value(
      @NotBlank @Pattern(regexp = TagWords.ALLOWED, message = TagWords.RULE) String value) {}

  /// `PUT .../tags`, which replaces all.
  @Valid
  @JsonIgnoreProperties({"subscriptionId", "databaseId", "commandType"})
  public record All(@NotNull @Size(max = 50) List<@NotNull @Valid TagBody> tags) {}
}
