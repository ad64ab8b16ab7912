package dev.slipway.platform.process;

import dev.slipway.model.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What databases need of a machine, looked at without changing anything. What each finding means
/// is told by {@link HostVerdicts}.
///
/// @param dataFolder where the server keeps everything; it need not be there yet
/// @param searchPath folders to search for programs, as in the environment's `PATH`
/// @param budgetGb what all databases may take together; empty for no budget
public record HostChecks(Path dataFolder, String searchPath, OptionalDouble budgetGb) {
  /// All of it.
  ///
  /// @throws IOException when the folders of databases or the processes cannot be looked at
  public List<Check> all() throws IOException {
    List<WrittenConf> databases = databases();
    List<Check> checks = new ArrayList<>(engines());
    checks.add(HostVerdicts.memory(Host.memory(), sum(databases), budgetGb));
    Host.setting("vm/overcommit_memory").map(HostVerdicts::overcommit).ifPresent(checks::add);
    Host.hugePages().map(HostVerdicts::hugePages).ifPresent(checks::add);
    checks.add(HostVerdicts.openFiles(OpenFiles.most()));
    ControlGroups groups = ControlGroups.here();
    checks.add(HostVerdicts.groups(groups.folder().isPresent(), groups.words()));
    checks.add(HostVerdicts.users(Isolation.detect(searchPath)));
    checks.add(HostVerdicts.orphans(new RunningDatabases(dataFolder).orphans()));
    return checks;
  }

  /// How many of these ports are free, beside those that databases of the data folder have.
  public Check ports(String what, int from, int to, String option) throws IOException {
    List<Integer> own = databases().stream().flatMap(conf -> conf.ports().stream()).toList();
    List<Integer> foreign =
        ListeningPorts.all()
            .map(ListeningPorts.Listening::port)
            .filter(port -> from <= port && port <= to && !own.contains(port))
            .distinct()
            .sorted()
            .toList();
    return HostVerdicts.ports(what, from, to, foreign, option);
  }

  /// Whether something listens on a port, and what.
  public static Optional<String> holder(int port) {
    return ListeningPorts.all().anyMatch(socket -> socket.port() == port)
        ? Optional.of(new PortHolder(new ProcessTable()).name(port))
        : Optional.empty();
  }

  /// The memory that the databases of the data folder may take together, in bytes.
  public long limits() throws IOException {
    return sum(databases());
  }

  private List<WrittenConf> databases() throws IOException {
    return WrittenConf.all(DatabaseFolders.at(dataFolder, false));
  }

  private static long sum(List<WrittenConf> databases) {
    return databases.stream().mapToLong(WrittenConf::maxMemory).sum();
  }

  /// The first one serves databases; it is asked for its version, and whether it encrypts, by a
  /// configuration that it must refuse.
  private List<Check> engines() {
    Engines engines = new Engines(searchPath, dataFolder);
    List<Engine> found = engines.all();
    if (found.isEmpty()) {
      return List.of(HostVerdicts.noEngine(engines.comesAlong()));
    }
    return Stream.concat(
            Stream.of(HostVerdicts.engine(found.getFirst(), found.getFirst().encrypts())),
            found.stream().skip(1).map(HostVerdicts::spare))
        .toList();
  }
}
