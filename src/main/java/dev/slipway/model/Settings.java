package dev.slipway.model;

/// What Redis itself must be set to for a database: the part of the wish that can be read back from
/// the running server, and so be compared with it.
///
/// @param maxMemory bytes
/// @param save `seconds changes`, or empty
/// @param passwordHash SHA-256 of the default user's password in hex, or empty when that user is
///   off
/// @param users stands for all other users, their passwords and what they may: a SHA-256 in hex; of
///   a running server empty when somebody else has changed its users
public record Settings(
    long maxMemory,
    String eviction,
    boolean appendOnly,
    String appendFsync,
    String save,
    String passwordHash,
    String users) {
  private static final long GB = 1_000_000_000L;

  /// The settings that a database asks for.
  public static Settings wantedBy(Wanted wanted) {
    DatabaseSpec spec = wanted.spec();
    return new Settings(
        Math.round(spec.datasetGb() * GB),
        spec.eviction().wire(),
        spec.persistence().appendOnly(),
        spec.persistence().appendFsync(),
        spec.persistence().save(),
        spec.access().defaultUser() ? Sha256.hex(spec.access().password().clear()) : "",
        wanted.usersDigest());
  }

  /// Whether the same users are let in with the same passwords.
  public boolean admitsAs(Settings other) {
    return passwordHash.equals(other.passwordHash) && users.equals(other.users);
  }
}
