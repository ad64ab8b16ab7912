package dev.slipway.api.connectivity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import tools.jackson.databind.annotation.JsonDeserialize;

/// `PUT …/transitGateways/{TgwId}/attachment` (api-rules 3.3). Clients send plain texts, and the
/// published description has objects.
@Valid
@JsonIgnoreProperties({"commandType"})
public record TgwCidrsBody(
    @NotNull @JsonDeserialize(contentUsing = CidrAddress.class) List<@NotNull String> cidrs) {}
