package dev.slipway.model;

/// The kinds of provisioned resources. Each counts its own ids, from 10001, and never reuses one.
public enum Kind {
  SUBSCRIPTION,
  DATABASE,
  REDIS_RULE,
  ACL_ROLE,
  ACL_USER,
  CLOUD_ACCOUNT,
  VPC_PEERING,
  PSC_SERVICE,
  PSC_ENDPOINT,
  TRANSIT_GATEWAY,
  TGW_ATTACHMENT,
  PRIVATE_LINK,
  LINK_PRINCIPAL
}
