package dev.slipway.api.database;

import static dev.slipway.model.ProblemType.DATABASE_CONTAIN_MEMCACHED_PASSWORD;
import static dev.slipway.model.ProblemType.DATABASE_CONTAIN_MEMCACHED_USERNAME;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_TOO_MANY_BACKUP_SPECIFICATIONS;
import static dev.slipway.model.ProblemType.DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS;
import static dev.slipway.model.ProblemType.DATABASE_SIZE_LIMIT_NOT_DEFINED;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Problem;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a body may say and a specification cannot: fields that exclude each other (api-rules 3.2).
/// Only values that say something count: an empty list or text asks for nothing.
public final class DatabaseContradictions {
  private DatabaseContradictions() {}

  /// The first one in a database that is to be made.
  public static Optional<Problem> in(PlannedDatabaseBody body) {
    return in(body.alone(null));
  }

  static Optional<Problem> in(CreateDatabaseBody body) {
    return Stream.of(
            twoSizes(body.datasetSizeInGb(), body.memoryLimitInGb()),
            noSize(body.datasetSizeInGb(), body.memoryLimitInGb()),
            twoBackups(body.remoteBackup(), body.periodicBackupPath()),
            sasl(body))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// Two sizes may come here, because a GET shows two: the command knows whether they agree.
  static Optional<Problem> in(UpdateDatabaseBody body) {
    return Stream.of(
            twoBackups(body.remoteBackup(), body.periodicBackupPath()),
            saslName(body.saslUsername()),
            saslPassword(body.saslPassword()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Problem> twoSizes(@Nullable Double dataset, @Nullable Double limit) {
    return when(
        dataset != null && limit != null,
        new Problem(
            DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS,
            "datasetSizeInGb and memoryLimitInGb exclude each other. Use datasetSizeInGb."));
  }

  private static Optional<Problem> noSize(@Nullable Double dataset, @Nullable Double limit) {
    return when(
        dataset == null && limit == null,
        new Problem(
            DATABASE_SIZE_LIMIT_NOT_DEFINED, "A database needs a size. Send datasetSizeInGb."));
  }

  private static Optional<Problem> twoBackups(
      @Nullable BackupBody backup, @Nullable String legacyPath) {
    boolean both =
        backup != null
            && Boolean.TRUE.equals(backup.active())
            && legacyPath != null
            && !legacyPath.isEmpty();
    return when(
        both,
        new Problem(
            DATABASE_INVALID_TOO_MANY_BACKUP_SPECIFICATIONS,
            "remoteBackup and periodicBackupPath exclude each other. Use remoteBackup."));
  }

  private static Optional<Problem> sasl(CreateDatabaseBody body) {
    return body.protocol() == DatabaseSpec.Protocol.MEMCACHED
        ? Optional.empty()
        : saslName(body.saslUsername()).or(() -> saslPassword(body.saslPassword()));
  }

  private static Optional<Problem> saslName(@Nullable String name) {
    return when(
        name != null && !name.isEmpty(),
        new Problem(
            DATABASE_CONTAIN_MEMCACHED_USERNAME,
            "saslUsername belongs to the protocol memcached. Leave it out."));
  }

  private static Optional<Problem> saslPassword(@Nullable String password) {
    return when(
        password != null && !password.isEmpty(),
        new Problem(
            DATABASE_CONTAIN_MEMCACHED_PASSWORD,
            "saslPassword belongs to the protocol memcached. Use password."));
  }

  private static Optional<Problem> when(boolean broken, Problem problem) {
    return broken ? Optional.of(problem) : Optional.empty();
  }
}
