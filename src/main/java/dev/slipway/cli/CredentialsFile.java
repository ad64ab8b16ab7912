package dev.slipway.cli;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `credentials.env` in the data folder: the one file that holds keys in clear (docs/security.md).
/// It is there in full or not at all, and nobody but its owner could ever read it.
///
/// @param path where it lies
public record CredentialsFile(Path path) {
  private static final String NAME = "credentials.env";

  /// The file of this data folder.
  public static CredentialsFile in(Path data) {
    return new CredentialsFile(data.resolve(NAME));
  }

  /// Replaces the file. When this returns the new one is on disk, so that a key that the store then
  /// commits can never be one that nobody was told. Blocks on fsync: not for a virtual thread.
  ///
  /// @throws IOException when it could not be written; the old one is then still there
  public void write(Credentials credentials) throws IOException {
    write(credentials.lines());
  }

  /// Gives the API's base another URL, if it has moved; the keys stay. Nothing happens when there
  /// is no file.
  public void moveTo(String url) throws IOException {
    if (url().filter(old -> !old.equals(url)).isPresent()) {
      write(Credentials.moved(Files.readAllLines(path), url));
    }
  }

  private void write(List<String> lines) throws IOException {
    Path aside = path.resolveSibling(NAME + ".new");
    Files.deleteIfExists(aside);
    String text = String.join("\n", lines) + "\n";
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel file = FileChannel.open(aside, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    Files.move(aside, path, ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(aside.toAbsolutePath().getParent(), READ)) {
      folder.force(true);
    }
  }

  /// The URL that the file gives; empty when there is no file, or none in it.
  Optional<String> url() throws IOException {
    try (var lines = Files.lines(path)) {
      return lines
          .filter(line -> line.startsWith(Credentials.URL + "="))
          .map(line -> line.substring(Credentials.URL.length() + 1))
          .findFirst();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
