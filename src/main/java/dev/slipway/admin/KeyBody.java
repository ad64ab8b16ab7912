package dev.slipway.admin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /_slipway/v1/accounts/{accountId}/keys`.
///
/// @param userId the user whom the key speaks for
/// @param allowedSourceIps from where it may be used; from anywhere when it is missing
@Valid
public record KeyBody(
    @NotNull @Pattern(regexp = KeyWords.NAME, message = KeyWords.NAME_RULE) String name,
    @NotNull Integer userId,
    @Nullable @Size(min = 1, max = 100) List<@NotNull String> allowedSourceIps) {
  /// `PUT /_slipway/v1/accounts/{accountId}/keys/{keyId}`, which replaces the list.
  @Valid
  public record AllowList(
      @NotNull @Size(min = 1, max = 100) List<@NotNull String> allowedSourceIps) {}
}
