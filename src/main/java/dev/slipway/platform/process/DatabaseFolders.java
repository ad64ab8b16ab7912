package dev.slipway.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// All databases' folders: `databases/<id>/` below the server's data folder.
///
/// @param path the folder that holds them, without symbolic links, as the kernel names it
/// @param ownUsers whether each database's Redis runs as a user of its own
record DatabaseFolders(Path path, boolean ownUsers) {
  private static final int FIRST_UID = 200_000;

  /// The highest that a database's user can have: ids are below 2^31. It lies within the kernel's
  /// 32 bits without a sign, and beyond an `int` that has one.
  static final long LAST_UID = (long) FIRST_UID + Integer.MAX_VALUE;

  /// Those below this data folder; made when they are not there. Users of their own may pass
  /// through to theirs; else there is nobody who would have to.
  static DatabaseFolders in(Path dataFolder, boolean ownUsers) throws IOException {
    Path databases = dataFolder.resolve("databases");
    if (!Files.isDirectory(databases)) {
      Files.createDirectories(
          databases,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    if (ownUsers) {
      // Not at its making alone: the umask would take it away, and an older one may be closed.
      Files.setPosixFilePermissions(databases, PosixFilePermissions.fromString("rwx--x--x"));
    }
    return at(dataFolder, ownUsers);
  }

  /// The same, that makes nothing.
  static DatabaseFolders at(Path dataFolder, boolean ownUsers) throws IOException {
    Path databases = dataFolder.toAbsolutePath().normalize().resolve("databases");
    return new DatabaseFolders(real(databases), ownUsers);
  }

  /// Without symbolic links, as far as it is there.
  private static Path real(Path path) throws IOException {
    Path above = path.getParent();
    return above == null || Files.exists(path)
        ? path.toRealPath()
        : real(above).resolve(path.getFileName());
  }

  /// The folder of one database, whether or not it is there.
  DatabaseFolder of(int id) {
    // The sum may pass into the sign, which a uid has not.
    OptionalInt owner = ownUsers ? OptionalInt.of(FIRST_UID + id) : OptionalInt.empty();
    return new DatabaseFolder(id, path.resolve(Integer.toString(id)), owner);
  }

  /// Those that are there.
  List<DatabaseFolder> present() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return among(entries);
    }
  }

  /// Those of databases, out of any folders.
  List<DatabaseFolder> among(Stream<Path> folders) {
    return folders
        .filter(folder -> path.equals(folder.getParent()))
        .map(folder -> folder.getFileName().toString())
        .filter(name -> name.matches("[1-9][0-9]{0,9}"))
        .mapToLong(Long::parseLong)
        .filter(id -> id <= Integer.MAX_VALUE)
        .sorted()
        .mapToObj(id -> of((int) id))
        .toList();
  }
}
