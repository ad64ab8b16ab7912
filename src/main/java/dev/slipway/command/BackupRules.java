package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_INVALID_BACKUP_CONFIGURATION;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_BACKUP_INTERVAL;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_BACKUP_INTERVAL_AND_TIME_UTC_MISMATCH;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_BACKUP_PATH;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_BACKUP_STORAGE_TYPE;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_BACKUP_TIME_UTC;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where and when a database may be backed up (api-rules 4.7). A backup that is off needs nothing.
final class BackupRules {
  private static final List<String> WITH_TIME = List.of("every-24-hours", "every-12-hours");
  private static final List<String> WITHOUT_TIME =
      List.of("every-6-hours", "every-4-hours", "every-2-hours", "every-1-hours");
  private static final Map<String, Pattern> PATHS =
      new TreeMap<>(
          Map.of(
              "aws-s3", Pattern.compile("s3://[^/\\s]+(/\\S*)?"),
              "google-blob-storage", Pattern.compile("gs://[^/\\s]+(/\\S*)?"),
              "azure-blob-storage", Pattern.compile("abs://[^@\\s]+@[^/\\s]+(/\\S*)?"),
              "ftp", Pattern.compile("ftps?://[^/\\s]+(/\\S*)?"),
              "local-folder", Pattern.compile("file:///\\S*")));
  private static final String EXAMPLES =
      "Write it like s3://bucket/path, gs://bucket/path, abs://key@account/path or"
          + " ftp://host/path.";
  private static final Pattern FULL_HOUR = Pattern.compile("([01]\\d|2[0-3]):00");

  private BackupRules() {}

  /// Refuses with DATABASE_INVALID_BACKUP_CONFIGURATION, DATABASE_INVALID_BACKUP_INTERVAL,
  /// DATABASE_INVALID_BACKUP_INTERVAL_AND_TIME_UTC_MISMATCH, DATABASE_INVALID_BACKUP_TIME_UTC,
  /// DATABASE_INVALID_BACKUP_STORAGE_TYPE and DATABASE_INVALID_BACKUP_PATH.
  static void check(DatabaseSpec.@Nullable Backup backup) {
    if (backup == null || !backup.runs()) {
      return;
    }
    if (backup.interval() == null || backup.storageType() == null || backup.storagePath() == null) {
      throw new Refused(
          DATABASE_INVALID_BACKUP_CONFIGURATION,
          "remoteBackup with active true needs interval, storageType and storagePath.",
          "Send all three, or active false.");
    }
    interval(backup.interval());
    if (backup.timeUtc() != null) {
      time(backup.timeUtc(), backup.interval());
    }
    path(backup.storagePath().clear(), backup.storageType());
  }

  private static void interval(String interval) {
    if (!WITH_TIME.contains(interval) && !WITHOUT_TIME.contains(interval)) {
      throw new Refused(
          DATABASE_INVALID_BACKUP_INTERVAL,
          "remoteBackup.interval %s is not one of %s or %s."
              .formatted(Words.quoted(interval), WITH_TIME, WITHOUT_TIME));
    }
  }

  private static void time(String timeUtc, String interval) {
    if (!WITH_TIME.contains(interval)) {
      throw new Refused(
          DATABASE_INVALID_BACKUP_INTERVAL_AND_TIME_UTC_MISMATCH,
          "remoteBackup.timeUTC %s does not go with interval %s, only with %s."
              .formatted(Words.quoted(timeUtc), interval, WITH_TIME),
          "Leave it out.");
    }
    if (!FULL_HOUR.matcher(timeUtc).matches()) {
      throw new Refused(
          DATABASE_INVALID_BACKUP_TIME_UTC,
          "remoteBackup.timeUTC %s is not a full hour.".formatted(Words.quoted(timeUtc)),
          "Write it like 16:00.");
    }
  }

  /// Refuses with DATABASE_INVALID_BACKUP_PATH what is no path of any storage.
  static void anyPath(Secret path) {
    if (PATHS.values().stream().noneMatch(form -> form.matcher(path.clear()).matches())) {
      throw new Refused(
          DATABASE_INVALID_BACKUP_PATH, "adhocBackupPath is no path of a storage.", EXAMPLES);
    }
  }

  /// Whether this server can go there.
  static boolean reached(Secret path) {
    return !path.clear().startsWith("gs:") && !path.clear().startsWith("abs:");
  }

  /// A path may hold a password, so no refusal repeats it.
  private static void path(String path, String storageType) {
    var pattern = PATHS.get(storageType);
    if (pattern == null) {
      throw new Refused(
          DATABASE_INVALID_BACKUP_STORAGE_TYPE,
          "remoteBackup.storageType %s is not one of %s."
              .formatted(Words.quoted(storageType), PATHS.keySet()));
    }
    if (!pattern.matcher(path).matches()) {
      throw new Refused(
          DATABASE_INVALID_BACKUP_PATH,
          "remoteBackup.storagePath does not fit storageType %s.".formatted(storageType),
          EXAMPLES);
    }
  }
}
