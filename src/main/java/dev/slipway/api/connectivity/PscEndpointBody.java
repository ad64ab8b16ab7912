package dev.slipway.api.connectivity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.model.PscCommand.Action;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// `POST …/private-service-connect/{pscServiceId}` (api-rules 3.3). The Rust crate names an
/// endpoint here too, which there is not yet.
///
/// @param endpointConnectionName what the names of the connections begin with
@Valid
@JsonIgnoreProperties({"subscriptionId", "regionId", "pscServiceId", "endpointId", "commandType"})
public record PscEndpointBody(
    @NotNull String gcpProjectId,
    @NotNull String gcpVpcName,
    @NotNull String gcpVpcSubnetName,
    @NotNull String endpointConnectionName) {
  /// `PUT …/endpoints/{endpointId}`: the action alone, or what changes.
  @Valid
  @JsonIgnoreProperties({"subscriptionId", "regionId", "pscServiceId", "endpointId", "commandType"})
  public record Update(
      @Nullable Action action,
      @Nullable String gcpProjectId,
      @Nullable String gcpVpcName,
      @Nullable String gcpVpcSubnetName,
      @Nullable String endpointConnectionName) {}
}
