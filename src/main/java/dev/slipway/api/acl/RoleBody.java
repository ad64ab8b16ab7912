package dev.slipway.api.acl;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /acl/roles` (api-rules 3.3).
@Valid
@JsonIgnoreProperties({"roleId", "commandType"})
public record RoleBody(@NotNull String name, @NotNull List<@NotNull @Valid RuleBody> redisRules) {
  /// `PUT /acl/roles/{id}`; what is missing stays.
  @Valid
  @JsonIgnoreProperties({"roleId", "commandType"})
  public record Update(
      @Nullable String name, @Nullable List<@NotNull @Valid RuleBody> redisRules) {}

  /// One rule and where it is to hold.
  @Valid
  @JsonIgnoreProperties({"ruleId"})
  public record RuleBody(
      @NotNull String ruleName, @NotNull List<@NotNull @Valid DatabaseBody> databases) {}

  /// One database.
  @Valid
  @JsonIgnoreProperties({"databaseName"})
  public record DatabaseBody(
      @NotNull @Min(0) Integer subscriptionId,
      @NotNull @Min(0) Integer databaseId,
      @Nullable List<@NotNull String> regions) {}
}
