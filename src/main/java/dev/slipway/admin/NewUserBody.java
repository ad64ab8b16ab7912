package dev.slipway.admin;

import dev.slipway.api.user.RoleName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// `POST /_slipway/v1/accounts/{accountId}/users`.
@Valid
public record NewUserBody(
    @NotNull @NotBlank @Size(max = 100) String name,
    @NotNull @NotBlank @Size(max = 254) String email,
    @NotNull RoleName role) {}
