package dev.slipway.api.user;

import dev.slipway.api.json.Spelled;
import dev.slipway.model.Role;

/// The roles as bodies spell them (api-rules 2.2).
public enum RoleName implements Spelled {
  OWNER("Owner", Role.OWNER),
  MANAGER("Manager", Role.MANAGER),
  MEMBER("Member", Role.MEMBER),
  VIEWER("Viewer", Role.VIEWER),
  BILLING_ADMIN("Billing Admin", Role.BILLING_ADMIN),
  LOGS_VIEWER("Logs Viewer (API use only)", Role.LOGS_VIEWER);

  private final String spelling;
  private final Role role;

  RoleName(String spelling, Role role) {
    this.spelling = spelling;
    this.role = role;
  }

  @Override
  public String spelling() {
    return spelling;
  }

  /// The role.
  public Role role() {
    return role;
  }
}
