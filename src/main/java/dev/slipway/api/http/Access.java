package dev.slipway.api.http;

import static dev.slipway.model.Role.BILLING_ADMIN;
import static dev.slipway.model.Role.LOGS_VIEWER;
import static dev.slipway.model.Role.OWNER;
import static dev.slipway.model.Role.VIEWER;

import dev.slipway.model.Role;

/// Which roles may call an operation (api-rules 2.2). Managers and members work in the console
/// alone.
public enum Access {
  /// Reads of resources.
  READ,
  /// Reads of the system log.
  LOGS_READ,
  /// Reads that show what is paid for, and how the change of a payment went.
  BILLING_READ,
  /// Changes of resources.
  WRITE,
  /// Changes that may touch the payment alone; the operation checks which fields are sent.
  BILLING_WRITE;

  /// Whether a key of this role may.
  public boolean allows(Role role) {
    return switch (this) {
      case READ -> role == OWNER || role == VIEWER;
      case BILLING_READ -> role == OWNER || role == VIEWER || role == BILLING_ADMIN;
      case LOGS_READ -> role == OWNER || role == VIEWER || role == LOGS_VIEWER;
      case WRITE -> role == OWNER;
      case BILLING_WRITE -> role == OWNER || role == BILLING_ADMIN;
    };
  }
}
