package dev.slipway.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What Redis itself must be set to for a database: the part of the wish that can be read back from
/// the running server, and so be compared with it.
///
/// @param maxMemory bytes
/// @param save `seconds changes`, or empty
/// @param passwordHash SHA-256 of the default user's password in hex, or empty when that user is
///   off
public record Settings(
    long maxMemory,
    String eviction,
    boolean appendOnly,
    String appendFsync,
    String save,
    String passwordHash) {
  private static final long GB = 1_000_000_000L;

  /// The settings that a database asks for.
  public static Settings wantedBy(DatabaseSpec spec) {
    return new Settings(
        Math.round(spec.datasetGb() * GB),
        spec.eviction().wire(),
        spec.persistence().appendOnly(),
        spec.persistence().appendFsync(),
        spec.persistence().save(),
        spec.access().defaultUser() ? sha256(spec.access().password()) : "");
  }

  private static String sha256(Secret secret) {
    try {
      byte[] text = secret.clear().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
