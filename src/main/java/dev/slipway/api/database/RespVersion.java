package dev.slipway.api.database;

/// The protocol versions that clients may be promised.
public enum RespVersion {
  RESP2,
  RESP3
}
