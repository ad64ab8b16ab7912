package dev.slipway.platform.process;

import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;

/// The one place where what the system throws becomes a trouble for the user.
final class Attempt {
  private Attempt() {}

  /// What is tried.
  interface Work<T> {
    T run() throws IOException, PlatformException;
  }

  /// Tries it. Streams and folders that are read wrap an {@link IOException}; a number that is none
  /// was read from a file, or from whoever answers in the place of a Redis.
  ///
  /// @param intent what is tried, as a verb phrase
  /// @param where the folder that it is about
  static <T> T to(String intent, Path where, Work<T> work) throws PlatformException {
    try {
      return work.run();
    } catch (IOException e) {
      throw Failures.of(intent, where, e);
    } catch (UncheckedIOException | DirectoryIteratorException e) {
      throw Failures.of(intent, where, wrapped(e));
    } catch (NumberFormatException e) {
      throw Failures.of(intent, where, new IOException("this is no number: " + e.getMessage(), e));
    }
  }

  /// The failure in one of these.
  static IOException wrapped(RuntimeException e) {
    return e.getCause() instanceof IOException cause ? cause : new IOException(e);
  }
}
