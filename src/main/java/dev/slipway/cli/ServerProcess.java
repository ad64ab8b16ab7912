package dev.slipway.cli;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A server as the operating system knows it. Numbers of processes come back, so the moment of its
/// start belongs to its identity.
///
/// @param pid its number
/// @param started when it started, as the system tells it: only to be compared
public record ServerProcess(long pid, String started) {
  private static final String FILE = "server.pid";

  /// This very process.
  public static ServerProcess current() {
    return of(ProcessHandle.current());
  }

  static ServerProcess of(ProcessHandle handle) {
    return new ServerProcess(handle.pid(), startOf(handle));
  }

  /// Leaves its identity in the data folder, where {@link #in} finds it. The folder's lock must be
  /// held.
  public void register(Path data) throws IOException {
    WholeFile.write(data.resolve(FILE), pid + " " + started + "\n");
  }

  /// Takes its identity out of the data folder, as the last thing it does there.
  public static void unregister(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(FILE));
  }

  /// The server that registered in this data folder last, when it is alive. What names no process
  /// was left by a disaster, so that there is no server if nobody holds the folder's lock.
  ///
  /// @throws IOException when a server runs that did not say which
  public static Optional<ServerProcess> in(Path data) throws IOException {
    try {
      String[] words = Files.readString(data.resolve(FILE)).strip().split(" ", 2);
      ServerProcess registered = new ServerProcess(Long.parseLong(words[0]), words[1]);
      return registered.handle().isPresent() ? Optional.of(registered) : nobody(data);
    } catch (NoSuchFileException
        | MalformedInputException
        | NumberFormatException
        | ArrayIndexOutOfBoundsException _) {
      return nobody(data);
    }
  }

  private static Optional<ServerProcess> nobody(Path data) throws IOException {
    if (locked(data)) {
      throw new IOException(
          "a server runs on %s, and %s does not say which: try again, or end its process"
              .formatted(ShellWords.path(data), ShellWords.path(data.resolve(FILE))));
    }
    return Optional.empty();
  }

  private static boolean locked(Path data) throws IOException {
    try (FileChannel channel = FileChannel.open(data.resolve("lock"), WRITE)) {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException _) {
      return true;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  /// Asks it to end and waits for that.
  ///
  /// @return whether it ended within the time
  public boolean end(Duration patience) throws InterruptedException {
    Optional<ProcessHandle> handle = handle();
    handle.ifPresent(ProcessHandle::destroy);
    return handle.isEmpty() || ended(handle.get(), patience);
  }

  private static boolean ended(ProcessHandle handle, Duration patience)
      throws InterruptedException {
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for the end of process " + handle.pid(), e);
    }
  }

  private Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid).filter(handle -> startOf(handle).equals(started));
  }

  /// Start ticks where the system has them: they do not move when the clock is set.
  private static String startOf(ProcessHandle handle) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
    } catch (IOException _) {
      return handle.info().startInstant().map(Object::toString).orElse("unknown");
    }
  }
}
