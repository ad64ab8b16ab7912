package dev.slipway.api.acl;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/// `POST /acl/redisRules` and `PUT /acl/redisRules/{id}` (api-rules 3.3): both want both. `rule` is
/// how redisctl spells it.
@Valid
@JsonIgnoreProperties({"redisRuleId", "commandType"})
public record RedisRuleBody(@NotNull String name, @JsonAlias("rule") @NotNull String redisRule) {}
