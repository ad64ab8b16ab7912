package dev.slipway;

import dev.slipway.cli.Machine;
import dev.slipway.cli.ServerProcess;
import dev.slipway.cli.ShellWords;
import dev.slipway.model.Check;
import dev.slipway.platform.process.HostChecks;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// This machine, as the operator is told of it.
///
/// @param searchPath as in the environment's `PATH`
record LocalMachine(String searchPath) implements Machine {
  /// Files that open everything (docs/security.md).
  private static final List<String> SECRETS =
      List.of("store.key", "credentials.env", DataFolder.ROWS, "ca.pem", "internal-ca.pem");

  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");
  private static final double BYTES_PER_GB = 1e9;

  /// Of room on the disk: as much as the rows may have to be written twice.
  private static final long LEAST_ROOM = 128L << 20;

  @Override
  public List<Check> examine(Config config) {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.ok("jdk", Runtime.version() + " of " + System.getProperty("java.vendor")));
    HostChecks host = new HostChecks(config.data(), searchPath, config.memoryBudgetGb());
    try {
      checks.addAll(host.all());
      checks.add(server(config));
      checks.add(ports(host, "database ports", config.databasePorts(), "--database-ports"));
      checks.add(ports(host, "internal ports", config.internalPorts(), "--internal-ports"));
      checks.add(folder(config.data()));
      checks.add(disk(config.data(), host.limits()));
    } catch (IOException e) {
      checks.add(
          Check.problem(
              "folder",
              "%s cannot be looked at (%s): run this as the user whose folder it is"
                  .formatted(config.data(), Reason.of(e))));
    }
    return checks;
  }

  /// A server that runs here has the port of its API.
  private static Check server(Config config) throws IOException {
    Optional<ServerProcess> server =
        Files.isDirectory(config.data()) ? ServerProcess.in(config.data()) : Optional.empty();
    if (server.isPresent()) {
      return Check.ok("server", "process %d runs on this folder".formatted(server.get().pid()));
    }
    return HostChecks.holder(config.port())
        .map(
            holder ->
                Check.problem(
                    "server",
                    "port %d is taken by %s; name another with --port"
                        .formatted(config.port(), holder)))
        .orElse(
            Check.ok(
                "server", "none runs on this folder; port %d is free".formatted(config.port())));
  }

  private static Check ports(HostChecks host, String what, Config.PortRange range, String option)
      throws IOException {
    return host.ports(what, range.from(), range.to(), option);
  }

  private static Check folder(Path data) throws IOException {
    Path present = present(data);
    if (!Files.isWritable(present)) {
      return Check.problem(
          "folder",
          present
              + " cannot be written: run this as the user whose folder it is, or name another with --data");
    }
    if (!present.equals(data)) {
      return Check.ok("folder", ShellWords.path(data) + " is made at the first start");
    }
    List<String> open = open(data);
    return open.isEmpty()
        ? Check.ok("folder", ShellWords.path(data) + ", whose secrets only this user may read")
        : Check.note(
            "folder",
            "others may read %s in it: chmod go= helps".formatted(String.join(", ", open)));
  }

  /// Those of its secrets that others may read.
  private static List<String> open(Path data) throws IOException {
    List<String> open = new ArrayList<>();
    for (String name : SECRETS) {
      Path file = data.resolve(name);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        open.add(name);
      }
    }
    return open;
  }

  /// @param limits what the databases may take together, in bytes
  private static Check disk(Path data, long limits) throws IOException {
    FileStore disk = Files.getFileStore(present(data));
    long room = disk.getUsableSpace();
    String words = String.format(Locale.ROOT, "%.1f GB free", room / BYTES_PER_GB);
    if (room < LEAST_ROOM) {
      return Check.problem("disk", words + ": requests that change something are refused");
    }
    return room < limits
        ? Check.note("disk", words + ": full databases that keep their data would not fit")
        : Check.ok("disk", words);
  }

  /// The folder, or the nearest above it that is there.
  private static Path present(Path folder) {
    Path above = folder.getParent();
    return above == null || Files.exists(folder) ? folder : present(above);
  }
}
