package dev.slipway.api.user;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// `PUT /users/{id}` (api-rules 3.3). The address of a user stays.
@Valid
@JsonIgnoreProperties({"userId", "commandType"})
public record UserBody(@NotNull String name, @Nullable RoleName role) {}
