package dev.slipway.model;

/// Somebody besides the default user who may log in to a database.
///
/// @param passwordHash SHA-256 of the password in hex
/// @param rule what the user may, in the words of the rule (api-rules 4.12)
public record DatabaseUser(String name, String passwordHash, String rule) {
  @Override
  public String toString() {
    return "DatabaseUser[" + name + "]";
  }
}
