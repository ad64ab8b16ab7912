package dev.slipway.platform.process;

import dev.slipway.platform.PlatformException;
import java.io.IOException;

/// The end of the server interrupts what is under way. What a database would suffer from is done
/// before: nobody knows when the next server comes.
interface InPeace<E extends Exception> {
  /// The work.
  void work() throws IOException, PlatformException, E;

  /// Does it, and leaves an interrupt for afterwards.
  static <E extends Exception> void finish(InPeace<E> all)
      throws IOException, PlatformException, E {
    boolean interrupted = Thread.interrupted();
    try {
      all.work();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
