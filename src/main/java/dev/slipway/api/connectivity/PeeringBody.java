package dev.slipway.api.connectivity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /subscriptions/{id}/peerings` (api-rules 3.3): one body for both clouds. Which fields it
/// must have depends on the subscription, so that the task says what is missing.
@Valid
@JsonIgnoreProperties({"subscriptionId", "commandType"})
public record PeeringBody(
    @Nullable String provider,
    @Nullable String region,
    @Nullable String awsAccountId,
    @Nullable String vpcId,
    @Nullable String vpcCidr,
    @Nullable List<@NotNull String> vpcCidrs,
    @Nullable String vpcProjectUid,
    @Nullable String vpcNetworkName) {
  /// `POST /subscriptions/{id}/regions/peerings`.
  ///
  /// @param destinationRegion where the user's network lies
  @Valid
  @JsonIgnoreProperties({"subscriptionId", "commandType"})
  public record Regional(
      @NotNull String sourceRegion,
      @Nullable String destinationRegion,
      @Nullable String provider,
      @Nullable String awsAccountId,
      @Nullable String vpcId,
      @Nullable String vpcCidr,
      @Nullable List<@NotNull String> vpcCidrs,
      @Nullable String vpcProjectUid,
      @Nullable String vpcNetworkName) {}

  /// `PUT` of either.
  @Valid
  @JsonIgnoreProperties({"subscriptionId", "vpcPeeringId", "commandType"})
  public record Update(@Nullable String vpcCidr, @Nullable List<@NotNull String> vpcCidrs) {}
}
