package dev.slipway.store.sql;

import java.sql.SQLException;

/// A statement failed. Its text is in the message, its arguments never are.
final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  SqlFailure(String sql, SQLException cause) {
    super(cause.getMessage() + " in: " + sql, cause);
  }
}
