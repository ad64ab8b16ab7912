package dev.slipway.platform.process;

import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The databases that run in a data folder, known by their folders alone: no store, no key. For the
/// command that ends them all.
///
/// @param dataFolder the server's data folder
public record RunningDatabases(Path dataFolder) {
  /// The ids of those that run.
  public List<Integer> list() throws IOException {
    Residents residents = new Residents(new ProcessTable());
    List<Integer> running = new ArrayList<>();
    for (DatabaseFolder folder : folders()) {
      if (residents.of(folder).isPresent()) {
        running.add(folder.id());
      }
    }
    return running;
  }

  /// Ends all of them at once, each as its process was found: asked first, killed after five
  /// seconds.
  ///
  /// @return how many ended
  /// @throws PlatformException when one cannot be ended
  public int endAll() throws IOException, PlatformException {
    Residents residents = new Residents(new ProcessTable());
    List<Future<Boolean>> endings = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (DatabaseFolder folder : folders()) {
        endings.add(threads.submit(() -> end(residents, folder)));
      }
    }
    int ended = 0;
    for (Future<Boolean> one : endings) {
      ended += result(one) ? 1 : 0;
    }
    return ended;
  }

  /// The processes that work in a database's folder that was removed: nobody knows any more what
  /// they are. They are only named; to end them is for somebody who knows.
  public List<Long> orphans() throws IOException {
    if (!Files.isDirectory(dataFolder.resolve("databases"))) {
      return List.of();
    }
    ProcessTable processes = new ProcessTable();
    String databases = dataFolder.resolve("databases").toRealPath() + "/";
    return processes.pids().stream()
        .filter(
            pid ->
                processes
                    .workingDirectory(pid)
                    .map(Path::toString)
                    .filter(path -> path.startsWith(databases) && path.endsWith(" (deleted)"))
                    .isPresent())
        .toList();
  }

  private static boolean end(Residents residents, DatabaseFolder folder)
      throws IOException, PlatformException {
    Optional<Resident> resident = residents.of(folder);
    new Ending(residents).end(resident, folder);
    return resident.isPresent();
  }

  private static boolean result(Future<Boolean> ending) throws IOException, PlatformException {
    try {
      return ending.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case PlatformException cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while databases were ending", e);
    }
  }

  private List<DatabaseFolder> folders() throws IOException {
    return Files.isDirectory(dataFolder.resolve("databases"))
        ? DatabaseFolders.in(dataFolder, false).present()
        : List.of();
  }
}
