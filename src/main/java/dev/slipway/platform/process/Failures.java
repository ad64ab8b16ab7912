package dev.slipway.platform.process;

import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Path;

/// What can go wrong with a local Redis, in words for the person who can change it.
final class Failures {
  private Failures() {}

  /// Somebody else has the port.
  static PlatformException portTaken(int port, String holder) {
    return new PlatformException(
        new Problem(
            ProblemType.DATABASE_PORT_IS_UNAVAILABLE,
            "Port %d is taken by %s. Free it or choose another.".formatted(port, holder)),
        false);
  }

  /// The engine was there and is no more.
  static PlatformException engineGone(Path binary) {
    return passing("The engine " + binary + " is gone. Put it back or restart Slipway.");
  }

  /// No engine anywhere.
  static PlatformException noEngine() {
    return passing("No redis-server or valkey-server was found. Install one.");
  }

  /// Redis will not run with these settings, now or later.
  static PlatformException refused(String words) {
    return new PlatformException(
        new Problem(ProblemType.PROVISION_FAILURE, "Redis refuses its configuration: " + words),
        true);
  }

  /// A running Redis will not be changed so.
  static PlatformException changeRefused(String words, int port) {
    return words.contains("Unable to listen on this port")
        ? portTaken(port, "another process")
        : refused(words);
  }

  /// Redis ended as soon as it was started.
  ///
  /// @param words the last of its log
  static PlatformException ended(String words, Path folder, int port) {
    if (diskFull(words)) {
      return fullDisk(folder);
    }
    if (words.contains("Address already in use")) {
      return portTaken(port, "another process");
    }
    boolean configuration =
        words.contains("FATAL CONFIG FILE ERROR")
            || words.contains("Error loading ACLs")
            || words.contains("ACL errors");
    return configuration ? refused(words) : passing("Redis ended at its start: " + words);
  }

  /// The database's own Redis goes on in a folder that was removed by hand. It alone has the data,
  /// and only the operator knows whether somebody wants that. Asked kindly it may refuse to end, as
  /// it has nowhere to save.
  static PlatformException folderGone(long pid, Path folder) {
    return new PlatformException(
        new Problem(
            ProblemType.PROVISION_FAILURE,
            "The folder %s was removed, and its Redis (process %d) goes on without it."
                    .formatted(folder, pid)
                + " kill -9 %d ends it; the database then starts anew, empty.".formatted(pid)),
        true);
  }

  /// Redis serves nobody because it cannot write its data.
  ///
  /// @param words its refusal and the last of its log
  static PlatformException cannotWrite(String words, Path folder) {
    return diskFull(words) ? fullDisk(folder) : passing("Redis cannot write its data: " + words);
  }

  /// Redis was asked to end and goes on, since it could not save its data before.
  ///
  /// @param words the last of its log
  static PlatformException unsaved(long pid, String words, Path folder) {
    String reason = diskFull(words) ? fullDiskWords(folder) : words;
    return passing(
        "Redis (process %d) cannot save its data and goes on. %s To lose the data: kill -9 %d"
            .formatted(pid, reason, pid));
  }

  /// Something did not work and may work later.
  static PlatformException passing(String description) {
    return new PlatformException(new Problem(ProblemType.PROVISION_FAILURE, description), false);
  }

  /// Whoever runs there is not ours to ask.
  static PlatformException unknownKey(long pid, IOException cause) {
    PlatformException failure =
        passing(
            "Redis (process %d) was started with another control key. Restore the key, or end it"
                    .formatted(pid)
                + " with `./slipway down`.");
    failure.initCause(cause);
    return failure;
  }

  /// The disk or the system said no.
  ///
  /// @param intent what was tried, as a verb phrase
  /// @param where the folder that it was about
  static PlatformException of(String intent, Path where, IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    PlatformException failure =
        diskFull(reason) ? fullDisk(where) : passing("Could not %s: %s".formatted(intent, reason));
    failure.initCause(cause);
    return failure;
  }

  /// There is no room for the database's files.
  static PlatformException fullDisk(Path where) {
    return passing(fullDiskWords(where));
  }

  private static String fullDiskWords(Path where) {
    return "The disk that holds " + where + " is full.";
  }

  /// Whether these words say that there is no room on the disk.
  static boolean diskFull(String words) {
    return words.contains("No space left on device") || words.contains("Disk quota exceeded");
  }
}
