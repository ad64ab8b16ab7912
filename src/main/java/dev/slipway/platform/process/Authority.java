package dev.slipway.platform.process;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.slipway.model.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who vouches for certificates: a key and its own certificate in one file, which is made when it
/// is first needed. To replace an authority its file is removed and the server started again; what
/// the old one had signed is then renewed.
final class Authority {
  /// No client is told when an authority ends, so it must outlive whatever trusts it.
  private static final Duration LIFE = Duration.ofDays(20 * 365);

  private static final int SHORT = 16;

  private final Path file;
  private final String name;
  private final Issuance issuance;
  private @Nullable Credential credential;

  /// @param file readable by the server's user only
  /// @param name the common name in its certificate
  Authority(Path file, String name, Issuance issuance) {
    this.file = file;
    this.name = name;
    this.issuance = issuance;
  }

  /// Its certificate and key.
  synchronized Credential credential() throws IOException {
    if (credential == null) {
      credential = Files.exists(file, NOFOLLOW_LINKS) ? read() : make();
    }
    return credential;
  }

  /// A short name of this very certificate.
  String fingerprint() throws IOException {
    return Sha256.hex(Pem.of(credential().certificate())).substring(0, SHORT);
  }

  private Credential read() throws IOException {
    try {
      return Pem.credential(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new IOException(
          """
          the certificate authority %s cannot be used (%s): put the right file back, or remove it and \
          start the server again for a new one"""
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /// On the disk before anything is signed with it: clients will be told to trust it for years.
  private Credential make() throws IOException {
    Credential made = issuance.authority(new Issuance.Subject(name, LIFE));
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(aside);
    try (FileChannel out =
        FileChannel.open(
            aside,
            Set.of(CREATE_NEW, WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = StandardCharsets.US_ASCII.encode(made.pem());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(file.resolveSibling(""))) {
      folder.force(true);
    }
    return made;
  }
}
