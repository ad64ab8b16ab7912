package dev.slipway.api.subscription;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `PUT /subscriptions/{id}/cidr`, which replaces all (api-rules 3.3). Clients leave empty lists
/// out.
@Valid
@JsonIgnoreProperties({"subscriptionId", "commandType"})
public record AllowListBody(
    @Nullable List<@NotNull String> cidrIps, @Nullable List<@NotNull String> securityGroupIds) {}
