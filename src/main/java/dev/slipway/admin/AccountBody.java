package dev.slipway.admin;

import dev.slipway.model.Account;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// `POST /_slipway/v1/accounts`.
///
/// @param apiEnabled whether its keys open the API from the beginning; true when it is missing
/// @param owner the first user, who has the role Owner
@Valid
public record AccountBody(
    @NotNull @NotBlank @Size(max = 100) String name,
    Account.@NotNull Plan plan,
    @Nullable Boolean apiEnabled,
    @NotNull @Valid Owner owner) {
  /// Whom the account belongs to.
  @Valid
  public record Owner(
      @NotNull @NotBlank @Size(max = 100) String name,
      @NotNull @NotBlank @Size(max = 254) String email) {}

  /// `PUT /_slipway/v1/accounts/{accountId}`; what is missing stays.
  @Valid
  public record Update(
      @Nullable @Size(min = 1, max = 100) String name,
      Account.@Nullable Plan plan,
      @Nullable Boolean apiEnabled) {}
}
