package dev.slipway.model;

/// What the other side of something emulated says, when somebody says it in its place.
public enum CounterpartReply {
  ACCEPT,
  REJECT,
  FAIL
}
