package dev.slipway.platform.process;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that a database has on the disk. It belongs to the database's own uid when the server
/// is root, so nothing in it is trusted: symbolic links are not followed, files are read up to a
/// bound.
///
/// The files that are written here are not synced: each start writes them anew.
///
/// @param owner the uid and gid that its Redis runs as, 32 bits without a sign; empty for the
///   server's own
record DatabaseFolder(int id, Path path, OptionalInt owner) {
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE = mode("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER = mode("rwx------");
  private static final int LONGEST_READ = 64 * 1024;
  private static final String SECOND = "second";

  private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  /// Where the second Redis of a replicated database lives: below the first one's.
  DatabaseFolder second() {
    return new DatabaseFolder(id, path.resolve(SECOND), owner);
  }

  /// Where the other one of the two lives.
  DatabaseFolder other() {
    return path.endsWith(SECOND) ? new DatabaseFolder(id, first(path), owner) : second();
  }

  /// The folder of the first Redis, to which this one of either belongs.
  static Path first(Path folder) {
    return folder.endsWith(SECOND) ? folder.resolveSibling("") : folder;
  }

  /// The folder that holds those of all databases.
  Path above() {
    return first(path).resolveSibling("");
  }

  /// Whether it is there.
  boolean exists() {
    return Files.exists(path, NOFOLLOW_LINKS);
  }

  /// Makes it, unless it is there; a second one's with the first one's above it.
  ///
  /// @return whether it was made, so that nobody can live in it yet
  boolean make() throws IOException {
    if (path.endsWith(SECOND)) {
      var _ = new DatabaseFolder(id, first(path), owner).make();
    }
    try {
      Files.createDirectory(path, PRIVATE_FOLDER);
    } catch (FileAlreadyExistsException _) {
      return false;
    }
    give(path);
    return true;
  }

  /// Makes it its user's, with all that is in it. Needed when it was made by a server that ran as
  /// somebody else.
  void giveAll() throws IOException {
    if (owner.isEmpty()
        || Files.getAttribute(path, "unix:uid", NOFOLLOW_LINKS).equals(owner.getAsInt())) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.toList()) {
        // The engine may be linked here and is everybody's.
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS) || hasOneName(file)) {
          give(file);
        }
      }
    }
  }

  /// Makes sure that its name is on the disk: Redis syncs its files, not the folder above.
  void sync() throws IOException {
    try (FileChannel folder = FileChannel.open(path);
        FileChannel above = FileChannel.open(path.resolveSibling(""))) {
      folder.force(true);
      above.force(true);
    }
  }

  /// A file in it.
  Path file(String name) {
    return path.resolve(name);
  }

  /// Puts this text into a file, whole or not at all.
  void write(String name, String text) throws IOException {
    Path aside = file(name + ".new");
    Files.deleteIfExists(aside);
    try (SeekableByteChannel out =
        Files.newByteChannel(aside, Set.of(CREATE_NEW, WRITE), PRIVATE_FILE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
    give(aside);
    Files.move(aside, file(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Makes a file and opens it.
  OutputStream create(String name) throws IOException {
    Files.deleteIfExists(file(name));
    var channel = Files.newByteChannel(file(name), Set.of(CREATE_NEW, WRITE), PRIVATE_FILE);
    give(file(name));
    return Channels.newOutputStream(channel);
  }

  /// The folder beside it in which data is looked at that is to replace its own.
  DatabaseFolder scratch() {
    return new DatabaseFolder(id, first(path).resolveSibling(id + ".import"), owner);
  }

  /// A file from this byte on, its last 64 KiB at most; empty when it is not there.
  String read(String name, long from) throws IOException {
    try (SeekableByteChannel in = Files.newByteChannel(file(name), Set.of(READ, NOFOLLOW_LINKS))) {
      in.position(Math.max(from, in.size() - LONGEST_READ));
      ByteBuffer bytes = ByteBuffer.allocate(LONGEST_READ);
      while (bytes.hasRemaining() && in.read(bytes) >= 0) {}
      return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    } catch (NoSuchFileException _) {
      return "";
    }
  }

  /// The names of files in it that this pattern fits, as {@link Files#newDirectoryStream(Path,
  /// String)} has it.
  List<String> names(String pattern) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, pattern)) {
      List<String> names = new ArrayList<>();
      files.forEach(file -> names.add(file.getFileName().toString()));
      return names;
    }
  }

  /// Removes a file, if it is there.
  void remove(String name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  /// Removes it with everything in it. Each step is relative to the opened folder above, so that a
  /// link put in its place meanwhile leads nowhere else.
  void erase() throws IOException {
    try (DirectoryStream<Path> above = Files.newDirectoryStream(path.getParent())) {
      if (!(above instanceof SecureDirectoryStream<Path> folders)) {
        throw new IOException("this system cannot remove folders safely");
      }
      removeFolder(folders, path.getFileName());
    } catch (NoSuchFileException _) {
      // Gone before, or meanwhile.
      return;
    }
  }

  /// Removes what the first Redis has in it, and leaves the second's. What tells that there was one
  /// goes last, so that a crash leaves nothing that nobody knows of.
  void eraseFirst() throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      if (!(entries instanceof SecureDirectoryStream<Path> folder)) {
        throw new IOException("this system cannot remove folders safely");
      }
      for (Path entry : folder) {
        Path name = entry.getFileName();
        if (!name.endsWith(SECOND) && !name.endsWith(Launcher.CONFIGURATION)) {
          remove(folder, name);
        }
      }
      Files.deleteIfExists(file(Launcher.CONFIGURATION));
    } catch (NoSuchFileException _) {
      return;
    }
  }

  private static void removeFolder(SecureDirectoryStream<Path> above, Path name)
      throws IOException {
    try (SecureDirectoryStream<Path> folder = above.newDirectoryStream(name, NOFOLLOW_LINKS)) {
      for (Path entry : folder) {
        remove(folder, entry.getFileName());
      }
    }
    above.deleteDirectory(name);
  }

  private static void remove(SecureDirectoryStream<Path> folder, Path name) throws IOException {
    if (isFolder(folder, name)) {
      removeFolder(folder, name);
    } else {
      folder.deleteFile(name);
    }
  }

  private static boolean isFolder(SecureDirectoryStream<Path> above, Path name) throws IOException {
    return above
        .getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
        .readAttributes()
        .isDirectory();
  }

  private static boolean hasOneName(Path file) throws IOException {
    return Files.getAttribute(file, "unix:nlink", NOFOLLOW_LINKS).equals(1);
  }

  private void give(Path file) throws IOException {
    if (owner.isPresent()) {
      Files.setAttribute(file, "unix:uid", owner.getAsInt(), NOFOLLOW_LINKS);
      Files.setAttribute(file, "unix:gid", owner.getAsInt(), NOFOLLOW_LINKS);
    }
  }
}
