package dev.slipway.platform.process;

import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The databases that run in a data folder, known by their folders alone: no store, no key. One
/// whose folder was removed runs on in it. For the command that ends them all.
///
/// @param dataFolder the server's data folder
public record RunningDatabases(Path dataFolder) {
  /// The ids of those that run.
  public List<Integer> list() throws IOException {
    Residents residents = new Residents(new ProcessTable());
    Set<Integer> running = new TreeSet<>();
    for (DatabaseFolder folder : folders(residents)) {
      if (residents.of(folder).isPresent() || residents.outliving(folder).isPresent()) {
        running.add(folder.id());
      }
    }
    return List.copyOf(running);
  }

  /// Ends all of them at once, each as its process was found. One that saves its data before may
  /// take its time, ten minutes at most; one that does nothing is killed after the grace.
  ///
  /// @param grace how long each may take
  /// @param say takes a line about each that is waited for
  /// @return how many ended
  /// @throws PlatformException when one cannot be ended, or not without the loss of its data
  public int endAll(Duration grace, Consumer<String> say) throws IOException, PlatformException {
    Residents residents = new Residents(new ProcessTable());
    Ending ending =
        new Ending(
            residents, groups(), grace, (resident, folder) -> new LastSave(resident, folder, say));
    Map<DatabaseFolder, Future<Boolean>> endings = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (DatabaseFolder folder : folders(residents)) {
        endings.put(folder, threads.submit(() -> end(residents, ending, folder)));
      }
    }
    Set<Integer> ended = new HashSet<>();
    for (var one : endings.entrySet()) {
      if (result(one.getValue())) {
        ended.add(one.getKey().id());
      }
    }
    return ended.size();
  }

  /// The same, with five seconds for each.
  public int endAll(Consumer<String> say) throws IOException, PlatformException {
    return endAll(Ending.USUAL, say);
  }

  /// The same, in silence.
  public int endAll() throws IOException, PlatformException {
    return endAll(_ -> {});
  }

  /// The processes that work in a database's folder that was removed: nobody knows any more what
  /// they are. They are only named; to end them is for somebody who knows.
  public List<Long> orphans() throws IOException {
    ProcessTable processes = new ProcessTable();
    Path databases = DatabaseFolders.at(dataFolder, false).path();
    return processes.pids().stream()
        .filter(
            pid ->
                processes
                    .removedDirectory(pid)
                    .filter(path -> path.startsWith(databases))
                    .isPresent())
        .toList();
  }

  private MemoryGroups groups() throws IOException {
    return MemoryGroups.of(DatabaseFolders.at(dataFolder, false));
  }

  private static boolean end(Residents residents, Ending ending, DatabaseFolder folder)
      throws IOException, PlatformException {
    Optional<Resident> resident = residents.of(folder);
    boolean runs = resident.isPresent() || residents.outliving(folder).isPresent();
    ending.end(resident, folder);
    if (folder.scratch().exists()) {
      ending.end(Optional.empty(), folder.scratch());
    }
    return runs;
  }

  private static boolean result(Future<Boolean> ending) throws IOException, PlatformException {
    try {
      return ending.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case UncheckedIOException cause -> throw Attempt.wrapped(cause);
        case DirectoryIteratorException cause -> throw Attempt.wrapped(cause);
        case PlatformException cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while databases were ending", e);
    }
  }

  private Set<DatabaseFolder> folders(Residents residents) throws IOException {
    DatabaseFolders folders = DatabaseFolders.at(dataFolder, false);
    Set<DatabaseFolder> all = new LinkedHashSet<>(folders.present());
    all.addAll(folders.among(residents.outlivedFolders().map(DatabaseFolder::first)));
    return all.stream()
        .flatMap(first -> Stream.of(first.second(), first))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
