package dev.slipway.proof.live;

import dev.slipway.Config.PortRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// What the machine itself says about processes, folders and ports, without asking Slipway. Needs
/// Linux's `/proc`.
///
/// @param databases the folder that holds the databases' folders
/// @param ports where databases may listen
public record Machine(Path databases, PortRange ports) {
  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";
  private static final int FIRST = 11_000;
  private static final int LAST = 20_000;
  private static final int ATTEMPTS = 1_000;

  /// A machine with this many ports free in a row. The place is random, so that two proofs at the
  /// same time hardly meet.
  public static Machine withFreePorts(Path databases, int count) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int first = ThreadLocalRandom.current().nextInt(FIRST, LAST - count);
      Machine machine = new Machine(databases, new PortRange(first, first + count - 1));
      if (machine.listening().isEmpty()) {
        return machine;
      }
    }
    throw new IOException("no " + count + " free ports in a row were found");
  }

  /// The processes that work in each database's folder. A folder that is gone keeps its name here,
  /// with a remark of the kernel's behind it.
  public Map<String, List<Long>> residents() throws IOException {
    Map<String, List<Long>> found = new TreeMap<>();
    String root = databases.toAbsolutePath() + "/";
    for (Path process : processes()) {
      String folder = workingFolder(process);
      if (folder.startsWith(root)) {
        found
            .computeIfAbsent(folder.substring(root.length()), _ -> new ArrayList<>())
            .add(Long.valueOf(process.getFileName().toString()));
      }
    }
    return found;
  }

  private static List<Path> processes() throws IOException {
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries.filter(entry -> entry.getFileName().toString().matches("\\d+")).toList();
    }
  }

  private static String workingFolder(Path process) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).toString();
    } catch (IOException _) {
      // It has ended meanwhile, or is a part of the kernel.
      return "";
    }
  }

  /// The names of the databases' folders.
  public Set<String> folders() throws IOException {
    if (!Files.isDirectory(databases)) {
      return Set.of();
    }
    try (Stream<Path> entries = Files.list(databases)) {
      Set<String> names = new TreeSet<>();
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
      return names;
    }
  }

  /// The ports of the range on which somebody listens.
  public Set<Integer> listening() throws IOException {
    Set<Integer> found = new TreeSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      try (Stream<String> lines = Files.lines(PROC.resolve(table))) {
        lines
            .skip(1)
            .map(line -> line.strip().split("\\s+"))
            .filter(fields -> fields[3].equals(LISTENING))
            .map(fields -> Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16))
            .filter(ports::contains)
            .forEach(found::add);
      }
    }
    return found;
  }
}
