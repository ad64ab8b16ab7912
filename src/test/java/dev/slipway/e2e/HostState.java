package dev.slipway.e2e;

import dev.slipway.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What databases leave on a machine while they are there: all that a deleted one must take along.
///
/// @param processes those that work below the data folder, by their folders
/// @param ports those of the site on which somebody listens
/// @param files names in the data folder and in `databases/`
/// @param groups control groups of the data folder
/// @param sockets local ones that this program has open, one for each database that is watched
/// @param rows numbers of databases, with the tables that know them
record HostState(
    Set<String> processes,
    Set<Integer> ports,
    Set<String> files,
    Set<String> groups,
    long sockets,
    Set<String> rows) {
  /// Tables that tell what was, and not what is.
  private static final Set<String> HISTORY = Set.of("usage", "event");

  private static final List<Path> MEMORY_GROUPS =
      List.of(Path.of("/sys/fs/cgroup/memory"), Path.of("/sys/fs/cgroup"));

  /// What there is now.
  ///
  /// @param firstPort of those that the site may use
  static HostState of(Path data, int firstPort, int lastPort) throws Exception {
    return new HostState(
        processesIn(data),
        portsFrom(firstPort, lastPort),
        filesIn(data),
        groupsOf(data),
        ownLocalSockets(),
        rowsIn(data.resolve("slipway.db")));
  }

  private static Set<String> processesIn(Path data) throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(process -> process.getFileName().toString().matches("\\d+"))
          .flatMap(process -> target(process.resolve("cwd")).stream())
          .filter(folder -> folder.startsWith(data.toString()))
          .collect(sorted());
    }
  }

  private static Set<Integer> portsFrom(int firstPort, int lastPort) throws IOException {
    Set<Integer> ports = new TreeSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      Files.readAllLines(Path.of(table)).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields[3].equals("0A"))
          .map(fields -> Integer.parseInt(fields[1].replaceAll(".*:", ""), 16))
          .filter(port -> firstPort <= port && port <= lastPort)
          .forEach(ports::add);
    }
    return ports;
  }

  /// The rows' own files come and go, and authorities stay for the next database.
  private static Set<String> filesIn(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data, 2)) {
      return files
          .map(file -> data.relativize(file).toString())
          .filter(name -> !name.matches("slipway\\.db.*|(internal-)?ca\\.pem"))
          .collect(sorted());
    }
  }

  private static Set<String> groupsOf(Path data) throws IOException {
    Path databases = data.toRealPath().resolve("databases");
    String prefix = "slipway-" + Sha256.hex(databases.toString()).substring(0, 8);
    Optional<Path> root = MEMORY_GROUPS.stream().filter(Files::isDirectory).findFirst();
    if (root.isEmpty()) {
      return Set.of();
    }
    try (Stream<Path> groups =
        Files.find(root.get(), 8, (path, _) -> path.getFileName().toString().startsWith(prefix))) {
      return groups.map(path -> path.getFileName().toString()).collect(sorted());
    } catch (UncheckedIOException _) {
      return groupsOf(data); // another group went away during the walk
    }
  }

  private static long ownLocalSockets() throws IOException {
    Set<String> local =
        Files.readAllLines(Path.of("/proc/net/unix")).stream()
            .map(line -> line.strip().split("\\s+"))
            .filter(fields -> fields.length > 6)
            .map(fields -> "socket:[" + fields[6] + "]")
            .collect(Collectors.toSet());
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.flatMap(file -> target(file).stream()).filter(local::contains).count();
    }
  }

  private static Set<String> rowsIn(Path store) throws Exception {
    Set<String> rows = new TreeSet<>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        var tables =
            connection
                .prepareStatement(
                    "SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c"
                        + " WHERE m.type = 'table' AND c.name = 'database_id'")
                .executeQuery()) {
      while (tables.next()) {
        String table = tables.getString(1);
        if (!HISTORY.contains(table)) {
          addAll(rows, table, connection.prepareStatement("SELECT database_id FROM " + table));
        }
      }
      addAll(
          rows,
          "resource",
          connection.prepareStatement("SELECT id FROM resource WHERE kind = 'DATABASE'"));
      addAll(
          rows,
          "usage",
          connection.prepareStatement("SELECT database_id FROM usage WHERE to_at IS NULL"));
    }
    return rows;
  }

  private static void addAll(Set<String> rows, String table, java.sql.PreparedStatement query)
      throws Exception {
    try (query;
        var found = query.executeQuery()) {
      while (found.next()) {
        rows.add(table + " of " + found.getString(1));
      }
    }
  }

  private static Optional<String> target(Path link) {
    try {
      return Optional.of(Files.readSymbolicLink(link).toString());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static java.util.stream.Collector<String, ?, Set<String>> sorted() {
    return Collectors.collectingAndThen(
        Collectors.toCollection(TreeSet::new), Function.<Set<String>>identity()::apply);
  }
}
