package dev.slipway.model;

/// What the owner of a user key may do (api-rules 2.2). The spelling is the API's.
public enum Role {
  OWNER("Owner"),
  MANAGER("Manager"),
  MEMBER("Member"),
  VIEWER("Viewer"),
  BILLING_ADMIN("Billing Admin"),
  LOGS_VIEWER("Logs Viewer (API use only)");

  private final String wire;

  Role(String wire) {
    this.wire = wire;
  }

  /// The name that the API shows.
  public String wire() {
    return wire;
  }
}
