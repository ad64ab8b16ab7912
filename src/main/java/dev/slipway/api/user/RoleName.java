package dev.slipway.api.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.model.Role;

/// The roles as bodies spell them (api-rules 2.2).
enum RoleName {
  @JsonProperty("Owner")
  OWNER(Role.OWNER),
  @JsonProperty("Manager")
  MANAGER(Role.MANAGER),
  @JsonProperty("Member")
  MEMBER(Role.MEMBER),
  @JsonProperty("Viewer")
  VIEWER(Role.VIEWER),
  @JsonProperty("Billing Admin")
  BILLING_ADMIN(Role.BILLING_ADMIN),
  @JsonProperty("Logs Viewer (API use only)")
  LOGS_VIEWER(Role.LOGS_VIEWER);

  private final Role role;

  RoleName(Role role) {
    this.role = role;
  }

  Role role() {
    return role;
  }
}
