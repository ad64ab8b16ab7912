package dev.slipway.api.subscription;

/// In how many regions a subscription's databases are written to.
public enum DeploymentType {
  SINGLE_REGION,
  ACTIVE_ACTIVE
}
