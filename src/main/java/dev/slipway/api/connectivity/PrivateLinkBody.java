package dev.slipway.api.connectivity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST …/private-link` (api-rules 3.3), with the first who may connect.
@Valid
@JsonIgnoreProperties({"subscriptionId", "regionId", "commandType"})
public record PrivateLinkBody(
    @NotNull @Size(max = 64) String shareName,
    @NotNull String principal,
    @NotNull PrincipalType type,
    @Nullable String alias) {
  /// `POST …/private-link/principals`.
  @Valid
  @JsonIgnoreProperties({"subscriptionId", "regionId", "commandType"})
  public record Principal(
      @NotNull String principal, @Nullable PrincipalType type, @Nullable String alias) {}

  /// `DELETE …/private-link/principals`. Clients may send all that they know of it.
  @Valid
  @JsonIgnoreProperties({"subscriptionId", "regionId", "commandType", "type", "alias"})
  public record Removal(@NotNull String principal) {}

  /// `POST …/private-link/connections/disassociate`.
  @Valid
  @JsonIgnoreProperties({"subscriptionId", "regionId", "commandType"})
  public record Disassociation(@NotNull List<@NotNull @Valid Connection> connections) {}

  /// One connection, as the link shows it.
  @Valid
  public record Connection(
      @NotNull String associationId,
      @NotNull String type,
      @NotNull String principalId,
      @Nullable String connectionId) {}
}
