package dev.slipway.platform.process;

import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The end of the server interrupts what is under way. What a database would suffer from is done
/// before: nobody knows when the next server comes.
interface InPeace {
  /// The work.
  void work() throws IOException, PlatformException;

  /// Does it on a thread that nobody interrupts, since an interrupt would close the connection that
  /// is in use; keeps one that comes meanwhile for afterwards.
  static void finish(InPeace all) throws IOException, PlatformException {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              all.work();
              return null;
            });
    Thread.startVirtualThread(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          task.get();
          return;
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw asItWas(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static IOException asItWas(ExecutionException failure)
      throws IOException, PlatformException {
    return switch (failure.getCause()) {
      case IOException e -> e;
      case PlatformException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> new IOException(failure);
    };
  }
}
