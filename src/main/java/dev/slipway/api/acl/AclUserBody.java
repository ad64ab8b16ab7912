package dev.slipway.api.acl;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// `POST /acl/users` (api-rules 3.3).
///
/// @param role the name of a role
@Valid
@JsonIgnoreProperties({"userId", "commandType"})
public record AclUserBody(@NotNull String name, @NotNull String role, @NotNull String password) {
  @Override
  public String toString() {
    return "AclUserBody[" + name + "]";
  }

  /// `PUT /acl/users/{id}`; what is missing stays.
  @Valid
  @JsonIgnoreProperties({"userId", "commandType", "name"})
  public record Update(@Nullable String role, @Nullable String password) {
    @Override
    public String toString() {
      return "Update[" + role + "]";
    }
  }
}
