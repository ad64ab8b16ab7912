package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Settings;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything in the world that carries the name of one database: its folder and its process.
final class Site {
  final int id;
  boolean folder;
  @Nullable Redis redis;

  /// The process that follows, and whether anything of one is left.
  @Nullable Redis replica;

  boolean secondFolder;

  /// The epoch of the row when a process was last told to take writes.
  int epoch;

  /// The epoch of the row when this was last looked at.
  int askedFor;

  /// Since when the last process is dead or hangs.
  Instant brokenAt = Instant.MIN;

  /// Whether the program does something to it, and when it did so last.
  boolean acting;

  Instant actedAt = Instant.MIN;

  /// When the program tried to start it last, with or without success.
  Instant startTriedAt = Instant.MIN;

  /// What the last look at it has shown.
  @Nullable Observed seen;

  /// What the program did to it last, if every look since has shown the same as before.
  @Nullable Applied applied;

  /// The process that the program ended last.
  @Nullable String stopped;

  /// How many looks at it have begun.
  int looks;

  /// When the last look at it failed.
  Instant lookFailedAt = Instant.MIN;

  /// How many writes its files hold.
  long onDisk;

  /// How many writes clients were promised to find again.
  long promised;

  /// Whether a start brought back fewer than were promised.
  boolean lostWrites;

  private @Nullable Wish lastWish;

  /// An action of the program.
  ///
  /// @param wanted what the database was to be
  /// @param inARow how often it was done by now without any change in what was seen or wanted
  /// @param before when the one before it ended, if there was one
  record Applied(
      Action action,
      Wanted wanted,
      int inARow,
      @Nullable Instant before,
      Instant began,
      Instant ended) {
    /// The same, done once more.
    Applied again(Instant began, Instant ended) {
      return new Applied(action, wanted, inARow + 1, this.ended, began, ended);
    }
  }

  private record Wish(DatabaseSpec spec, Settings settings) {}

  Site(int id) {
    this.id = id;
  }

  /// The program looks.
  void look(Observed now) {
    if (!now.equals(seen)) {
      applied = null;
    }
    seen = now;
  }

  /// The program has done something, with or without success.
  void acted(Action action, Wanted wanted, Instant began, Instant ended) {
    applied =
        applied != null && applied.action() == action && applied.wanted().equals(wanted)
            ? applied.again(began, ended)
            : new Applied(action, wanted, 1, null, began, ended);
    actedAt = ended;
    startTriedAt = action == Action.START ? ended : startTriedAt;
  }

  /// Whether anything is here.
  boolean exists() {
    return folder || redis != null || secondFolder || replica != null;
  }

  /// The process, if it answers.
  @Nullable Redis answering(Instant now) {
    return redis != null && redis.answers(now) ? redis : null;
  }

  /// Whether a client with this port and password gets PONG from this very process.
  boolean serves(DatabaseSpec wanted, Instant now) {
    Redis answering = answering(now);
    return answering != null
        && answering.port == wanted.port()
        && answering.settings.passwordHash().equals(wantedBy(wanted).passwordHash());
  }

  /// This is asked after every step, and costs a hash.
  private Settings wantedBy(DatabaseSpec wanted) {
    if (lastWish == null || !lastWish.spec().equals(wanted)) {
      lastWish = new Wish(wanted, Settings.wantedBy(Wanted.alone(wanted)));
    }
    return lastWish.settings();
  }

  /// A process starts in the folder and loads what the files hold.
  void start(Redis process) {
    redis = process;
    process.writes = onDisk;
    lostWrites |= onDisk < promised;
    copy();
  }

  /// The process that follows gets what the other has, as a whole at first.
  void copy() {
    if (redis != null && replica != null) {
      replica.writes = redis.writes;
      replica.whole = true;
      replica.stray = false;
    }
  }

  /// Whether the process that takes writes is the one that takes them at this epoch of the row.
  boolean leads(int inEpoch) {
    return (inEpoch - epoch) % 2 == 0;
  }

  /// The process that followed takes writes, and nobody can connect to either.
  void promote(int newEpoch) {
    Redis old = redis;
    redis = replica;
    replica = old;
    epoch = newEpoch;
    if (old != null) {
      old.whole = false;
      old.stray = true;
    }
    if (redis != null) {
      onDisk = redis.settings.appendOnly() ? redis.writes : 0;
      lostWrites |= redis.writes < promised;
    }
  }

  /// Clients can connect to the one that takes writes.
  void open(int port) {
    if (redis != null) {
      redis.port = port;
    }
  }

  /// A client writes if it can connect, and with an append-only file is promised that it stays.
  void write() {
    if (redis == null || redis.port == 0) {
      return;
    }
    redis.writes++;
    if (redis.settings.appendOnly()) {
      onDisk = redis.writes;
      promised = onDisk;
    }
    if (replica != null && replica.whole) {
      copy();
    }
  }

  /// New settings; what is in memory is written down when they ask for it.
  void set(Settings settings) {
    if (redis == null) {
      return;
    }
    redis.settings = settings;
    onDisk = settings.appendOnly() ? redis.writes : onDisk;
    promised = settings.appendOnly() ? onDisk : 0;
  }

  /// The process is gone.
  void die(Instant now) {
    redis = null;
    brokenAt = now;
  }

  /// The folder and what it held are gone.
  void erase() {
    folder = false;
    secondFolder = false;
    onDisk = 0;
  }

  @Override
  public String toString() {
    return "database %d: folder %s, process %s, %d writes on disk, %d promised"
        .formatted(id, folder, redis == null ? "none" : redis.runId, onDisk, promised);
  }
}
