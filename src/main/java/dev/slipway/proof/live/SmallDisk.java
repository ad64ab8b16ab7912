package dev.slipway.proof.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A disk that is soon full: a file system in memory, which root may mount.
///
/// @param path where its files are
public record SmallDisk(Path path) implements AutoCloseable {
  private static final int BLOCK_BYTES = 1 << 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /// Mounts one.
  ///
  /// @param folder is made where it is missing
  /// @param size such as `48m`
  /// @return empty where that is not allowed
  public static Optional<SmallDisk> mount(Path folder, String size) throws IOException {
    Files.createDirectories(folder);
    // Databases run as users of their own, and must pass through to their folders.
    String options = "mode=0711,size=" + size;
    try {
      int code = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
      return code == 0 ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // a machine without the program
    }
  }

  /// Takes all the room that is left.
  public void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast())) {
      byte[] block = new byte[BLOCK_BYTES];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      if (!String.valueOf(full.getMessage()).contains("No space left")) {
        throw full;
      }
    }
  }

  /// Gives it back.
  public void clear() throws IOException {
    Files.deleteIfExists(ballast());
  }

  private Path ballast() {
    return path.resolve("ballast");
  }

  private static int run(String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .onExit()
        .join()
        .exitValue();
  }

  /// Takes it away with all that is on it. What just ended lets go of its files a moment later.
  ///
  /// @throws IOException when something still runs on it
  @Override
  public void close() throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (run("umount", path.toString()) != 0) {
      if (System.nanoTime() > end) {
        throw new IOException("something still runs on " + path);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
