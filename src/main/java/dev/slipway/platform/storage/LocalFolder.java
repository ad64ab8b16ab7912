package dev.slipway.platform.storage;

import dev.slipway.model.Transfer.Reason;
import dev.slipway.platform.Storage.Content;
import dev.slipway.platform.Storage.Taker;
import dev.slipway.platform.TransferException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// A folder of this machine that the operator gave for backups. Nothing outside of it is reached,
/// neither by `..` nor by a link in it.
///
/// @param root as `--backup-dir` names it
record LocalFolder(Path root) {
  /// Makes a file, synced, under its name when it is whole.
  void write(Address folder, String name, Content content) throws IOException, TransferException {
    Path place = inside(folder);
    Path file = place.resolve(name);
    Path aside = place.resolve(name + ".part");
    demandInside(there(place));
    try {
      Files.createDirectories(
          place,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.deleteIfExists(aside);
      Files.createFile(
          aside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      fill(aside, content);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel synced = FileChannel.open(place)) {
        synced.force(true);
      }
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void fill(Path file, Content content) throws IOException, TransferException {
    try (FileOutputStream out = new FileOutputStream(file.toFile());
        BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16)) {
      content.writeTo(buffered);
      buffered.flush();
      out.getFD().sync();
    }
  }

  /// Reads a file.
  void read(Address file, Taker taker) throws IOException, TransferException {
    Path path = inside(file);
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw outside();
    }
    demandInside(path);
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      taker.take(in);
    }
  }

  private Path inside(Address address) throws TransferException {
    Path path = root.resolve(address.path().replaceFirst("^/+", "")).normalize();
    if (!path.startsWith(root) || address.path().contains("..")) {
      throw outside();
    }
    return path;
  }

  /// As much of a path as there is.
  private static Path there(Path path) {
    Path above = path.getParent();
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS) || above == null ? path : there(above);
  }

  private void demandInside(Path path) throws IOException, TransferException {
    if (!path.toRealPath().startsWith(root.toRealPath())) {
      throw outside();
    }
  }

  private static TransferException outside() {
    return new TransferException(
        Reason.WRONG_FILE_PATH, "There is no such place in the backup folder of this server.");
  }
}
