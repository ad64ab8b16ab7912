package dev.slipway.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Data on its way out of a database or into it (api-rules 4.7): the last backup or import, ended
/// or not. A database has one of each kind at most, and an Active-Active one a backup for each of
/// its regions.
///
/// @param databaseName for the name of the file
/// @param places where to, one folder; or where from, one or more files; none any more when it has
///   ended, since they may hold passwords
/// @param orderedAt when it was asked for; a backup that is begun again has the same file name
/// @param attempts how often it was begun; more than once when the server died meanwhile
/// @param endedAt when it ended, or while it is under way the one before it; null when none has
public record Transfer(
    Key key,
    AccountId account,
    int subscriptionId,
    String databaseName,
    List<Secret> places,
    Instant orderedAt,
    int attempts,
    State state,
    @Nullable Instant endedAt) {
  /// Which one.
  ///
  /// @param region of an Active-Active database's backup; else empty
  public record Key(int databaseId, Direction direction, String region) {
    /// The backup of a database, or of one of its regions.
    public static Key backup(int databaseId, @Nullable String region) {
      return new Key(databaseId, Direction.BACKUP, region == null ? "" : region);
    }

    /// The import into a database.
    public static Key filling(int databaseId) {
      return new Key(databaseId, Direction.IMPORT, "");
    }
  }

  /// Out or in.
  public enum Direction {
    BACKUP,
    IMPORT
  }

  /// How it stands.
  public sealed interface State {
    /// Waits for its turn or is being done.
    record UnderWay() implements State {}

    /// All data arrived.
    record Succeeded() implements State {}

    /// It ended without effect.
    record Failed(Failure failure) implements State {}
  }

  /// Why one failed.
  ///
  /// @param description for a person: what is wrong and what to do; no secret is in it
  /// @param bytes how much was expected and how much there may be, when it was too much
  public record Failure(Reason reason, String description, @Nullable Bytes bytes) {
    /// Without a number.
    public Failure(Reason reason, String description) {
      this(reason, description, null);
    }
  }

  /// What did not fit.
  ///
  /// @param expected what the data needs, as far as it was read
  /// @param limit what the database may have
  public record Bytes(long expected, long limit) {}

  /// The words for a failure, as Redis Enterprise has them.
  public enum Reason {
    /// The storage knows the place and refuses us.
    NO_PERMISSION,
    /// There is no such place, or we may not go there.
    WRONG_FILE_PATH,
    /// The file could not be read to its end.
    DOWNLOAD_ERROR,
    /// The file is no RDB that this engine loads.
    FILE_CORRUPTED,
    /// The data needs more memory than the database has.
    FILE_LARGER_THAN_MEM_LIMIT,
    /// Anything else.
    GENERAL_ERROR
  }

  /// A new one, under way from now on.
  public static Transfer ordered(
      Key key, Resource<DatabaseSpec> database, List<Secret> places, Instant now) {
    return new Transfer(
        key,
        database.account(),
        Objects.requireNonNull(database.parent(), "a database is in a subscription"),
        database.spec().name(),
        places.stream().map(place -> inOwnFolder(place, database.account())).toList(),
        now,
        0,
        new State.UnderWay(),
        null);
  }

  /// Each account has a folder of its own below the server's: none reads another's files.
  private static Secret inOwnFolder(Secret place, AccountId account) {
    String local = "file:///";
    return place.clear().startsWith(local)
        ? new Secret(local + account.value() + "/" + place.clear().substring(local.length()))
        : place;
  }

  /// Whether it has not ended.
  public boolean underWay() {
    return state instanceof State.UnderWay;
  }
}
