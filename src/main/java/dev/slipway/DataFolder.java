package dev.slipway;

import dev.slipway.cli.ShellWords;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder that holds everything a server keeps. Held by an operating system lock, which death
/// frees, so that no two servers ever work on one folder.
///
/// Others may pass through the folder to the databases below it and see nothing (mode 0711).
final class DataFolder implements AutoCloseable {
  /// The file of the rows.
  static final String ROWS = "slipway.db";

  /// What a folder of ours has at least one of.
  private static final Set<String> SIGNS = Set.of("lock", "store.key", ROWS);

  private static final int KEY_BYTES = 32;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /// Makes the folder when it is not there, and takes it.
  ///
  /// @throws CannotStart when it cannot be written, or another server has it
  static DataFolder take(Path path) {
    try {
      Files.createDirectories(path);
      demandOwn(path);
      if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
      }
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              OWNER_ONLY);
      if (tryLock(channel) == null) {
        channel.close();
        String folder = ShellWords.path(path);
        throw new CannotStart(
            "another server runs on %s: end it with %s down --data %s, or name another folder with --data"
                .formatted(folder, ShellWords.launcher(), folder));
      }
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw new CannotStart(
          "the folder "
              + path
              + " cannot be used ("
              + Reason.of(e)
              + "): name one that this"
              + " user may write, with --data",
          e);
    }
  }

  /// The folder's mode is set, which must not happen to one that was made for something else.
  private static void demandOwn(Path path) throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      Set<String> names =
          entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
      names.remove("lost+found");
      if (!names.isEmpty() && SIGNS.stream().noneMatch(names::contains)) {
        throw new CannotStart(
            "the folder "
                + path
                + " holds other things: name an empty or a new one with --data, which becomes"
                + " Slipway's own");
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  /// The database of rows, readable only by the server's user; SQLite gives the files beside it the
  /// same mode.
  Path rows() {
    Path file = path.resolve(ROWS);
    try {
      if (!Files.exists(file)) {
        Files.createFile(file, OWNER_ONLY);
      }
      return file;
    } catch (IOException e) {
      throw unusable("database", file, e);
    }
  }

  /// The store's key of 32 bytes, made at the first start, readable only by the server's user. To
  /// be asked for before the rows: where there are rows and no key, their secrets could not be
  /// read.
  byte[] key(RandomGenerator random) {
    return keyOf(path, random);
  }

  static byte[] keyOf(Path folder, RandomGenerator random) {
    Path file = folder.resolve("store.key");
    try {
      if (!Files.exists(file)) {
        demandNoRows(folder);
        write(file, random);
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != KEY_BYTES) {
        throw new CannotStart(
            "%s has %d bytes and not %d: put the right one back"
                .formatted(file, key.length, KEY_BYTES));
      }
      return key;
    } catch (IOException e) {
      throw unusable("key file", file, e);
    }
  }

  private static void demandNoRows(Path folder) throws IOException {
    Path rows = folder.resolve(ROWS);
    if (Files.exists(rows) && Files.size(rows) > 0) {
      throw new CannotStart(
          "%s is there and its key is not: put store.key back beside it, or name another folder with --data"
              .formatted(rows));
    }
  }

  private static CannotStart unusable(String what, Path file, IOException e) {
    return new CannotStart(
        "the %s %s cannot be used (%s): run this as the user whose folder it is"
            .formatted(what, file, Reason.of(e)),
        e);
  }

  private static void write(Path file, RandomGenerator random) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    Path aside = file.resolveSibling("store.key.new");
    Files.deleteIfExists(aside);
    try (FileChannel channel =
        FileChannel.open(
            aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
      channel.write(ByteBuffer.wrap(key));
      channel.force(true);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(aside.resolveSibling(""))) {
      folder.force(true); // all secrets hang on its name
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException("the lock of " + path + " could not be freed", e);
    }
  }
}
