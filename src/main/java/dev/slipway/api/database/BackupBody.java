package dev.slipway.api.database;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Secret;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/// Where and when a database is to be backed up, as a body says it (api-rules 4.7).
@Valid
@JsonIgnoreProperties({"backupInterval", "databaseBackupTimeUTC", "backupStorageType"})
public record BackupBody(
    @Nullable Boolean active,
    @Nullable String interval,
    @JsonProperty("timeUTC") @JsonAlias("timeUtc") @Nullable String timeUtc,
    @Nullable String storageType,
    @Nullable String storagePath) {
  /// As a change asks for it; a new database has no backup unless `active` says so.
  DatabaseSpec.Backup wish() {
    return new DatabaseSpec.Backup(
        active,
        interval,
        timeUtc,
        storageType,
        storagePath == null ? null : new Secret(storagePath));
  }

  /// What the deprecated single path stands for: every 24 hours, or nothing when it is empty.
  static DatabaseSpec.Backup daily(String path) {
    return path.isEmpty()
        ? new DatabaseSpec.Backup(false, null, null, null, null)
        : new DatabaseSpec.Backup(
            true, "every-24-hours", null, storageType(path), new Secret(path));
  }

  private static String storageType(String path) {
    int colon = path.indexOf(':');
    return switch (colon < 0 ? "" : path.substring(0, colon)) {
      case "s3" -> "aws-s3";
      case "gs" -> "google-blob-storage";
      case "abs" -> "azure-blob-storage";
      default -> "ftp";
    };
  }
}
