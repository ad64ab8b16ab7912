package dev.slipway.api.subscription;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.api.database.LocalThroughputBody;
import dev.slipway.api.database.RespVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /subscriptions/{id}/regions` (api-rules 3.3). The ignored names are echoes of answers that
/// clients send back.
@Valid
@JsonIgnoreProperties({"subscriptionId", "commandType"})
public record AddRegionBody(
    @NotNull String region,
    @Nullable String vpcId,
    @JsonProperty("deploymentCIDR") @JsonAlias("deploymentCidr") @Nullable String deploymentCidr,
    @Nullable List<@NotNull String> subnetIds,
    @Nullable String securityGroupId,
    @Nullable Boolean multipleAvailabilityZones,
    @Nullable List<@NotNull String> preferredAvailabilityZones,
    @Nullable Boolean dryRun,
    @Nullable List<@NotNull @Valid Share> databases,
    @Nullable RespVersion respVersion,
    @Nullable String customerManagedKeyResourceName) {
  /// What a database bears in the new region.
  ///
  /// @param localThroughputMeasurement an object here, a list where a database is made
  @Valid
  public record Share(
      @NotNull String name, @Nullable @Valid LocalThroughputBody localThroughputMeasurement) {}
}
