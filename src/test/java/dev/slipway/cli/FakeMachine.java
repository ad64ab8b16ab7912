package dev.slipway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A folder that looks like a machine to the launcher: a clone of the project, a PATH with the
/// common tools and no JDK, and JDKs and a Maven that are shell scripts which write down what they
/// were asked.
final class FakeMachine {
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "chmod",
          "cmp",
          "cp",
          "dirname",
          "find",
          "ln",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tee",
          "touch",
          "uname");

  final Path clone;
  private final Path root;
  private final Path bin;
  private final Map<String, String> environment = new HashMap<>();

  /// What a run of the launcher said.
  record Run(int exitCode, String out, String err) {}

  FakeMachine(Path root) throws IOException {
    this.root = root;
    this.clone = Files.createDirectories(root.resolve("clone"));
    this.bin = Files.createDirectories(root.resolve("bin"));
    Files.copy(Path.of("slipway"), clone.resolve("slipway"));
    Files.writeString(clone.resolve("pom.xml"), "<project/>");
    Files.createDirectories(clone.resolve("src/main/java"));
    Files.writeString(clone.resolve("src/main/java/Main.java"), "class Main {}");
    script(
        Files.createDirectories(clone.resolve("clients")).resolve("run"), "echo \"clients $*\"\n");
    environment.put("PATH", bin + ":" + tools());
    environment.put("HOME", root.resolve("home").toString());
    environment.put("SLIPWAY_JVMS", root.resolve("jvms").toString());
    environment.put("TMPDIR", Files.createDirectories(root.resolve("tmp")).toString());
  }

  /// One folder for all tests, outside of those that are thrown away: it holds only links.
  private static Path tools() throws IOException {
    Path tools = Files.createDirectories(Path.of("target", "launcher-tools").toAbsolutePath());
    for (String tool : TOOLS) {
      Path link = tools.resolve(tool);
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, onThisMachine(tool));
      }
    }
    return tools;
  }

  private static Path onThisMachine(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  /// A JDK whose `java` prints its own folder and its arguments, and fills a cache when asked to.
  Path jdk(String folder, String version) throws IOException {
    Path home = jdkWithoutReleaseFile(folder, version);
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Fake\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /// The same, which must be asked for its version.
  Path jdkWithoutReleaseFile(String folder, String version) throws IOException {
    Path home = root.resolve(folder);
    Path programs = Files.createDirectories(home.resolve("bin"));
    script(
        programs.resolve("java"),
        """
        if [ "$1" = -version ]; then
          echo 'openjdk version "%s" 2026-01-01' >&2
          exit
        fi
        for word in "$@"; do
          case $word in -XX:AOTCacheOutput=*) echo cache >"${word#*=}" ;; esac
        done
        echo "%s runs $*"
        """
            .formatted(version, folder));
    script(programs.resolve("javac"), "exit 0\n");
    script(programs.resolve("jar"), "mkdir -p \"$3\" && echo native >\"$3/libsqlitejdbc.so\"\n");
    return home;
  }

  /// A Maven that counts its runs.
  void maven() throws IOException {
    tool(
        "mvn",
        """
        echo "maven says $* under $JAVA_HOME"
        echo "$*" >>builds
        mkdir -p target && echo jar >target/slipway.jar
        """);
  }

  void tool(String name, String body) throws IOException {
    script(bin.resolve(name), body);
  }

  void link(String name, Path target) throws IOException {
    Files.createSymbolicLink(bin.resolve(name), target);
  }

  void remove(String tool) throws IOException {
    Files.delete(bin.resolve(tool));
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// What Maven was asked for, one entry a run.
  List<String> builds() throws IOException {
    Path builds = clone.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  /// Makes a source newer than everything that was built.
  void edit(String source) throws IOException {
    Files.setLastModifiedTime(
        clone.resolve(source), FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
  }

  Run slipway(String... words) throws IOException, InterruptedException {
    return ended(start(words));
  }

  Process start(String... words) throws IOException {
    String[] command = new String[words.length + 1];
    command[0] = clone.resolve("slipway").toString();
    System.arraycopy(words, 0, command, 1, words.length);
    return process(command);
  }

  /// A script of the user's, in the clone.
  Process shell(String script) throws IOException {
    return process("sh", "-c", script);
  }

  private Process process(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(clone.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  static Run ended(Process process) throws IOException, InterruptedException {
    var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    String out = text(process.getInputStream());
    return new Run(process.waitFor(), out, err.join());
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
