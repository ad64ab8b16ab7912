package dev.slipway.proof.live;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of a Java program that is on this program's own class path.
///
/// @param flags for the JVM
/// @param program the class path and main class, or the jar
/// @param arguments for the program
public record Java(List<String> flags, List<String> program, List<String> arguments) {
  private static final String JAR = "slipway.jar";
  private static final String CACHE = "slipway.aot";

  /// A class of the own class path.
  public static Java of(String mainClass, List<String> flags) {
    return new Java(
        flags, List.of("-cp", System.getProperty("java.class.path"), mainClass), List.of());
  }

  /// The server as the launcher starts it: its jar with the cache beside it, and the flags that the
  /// launcher gave this program too. Outside the launcher, from the class path without a cache.
  public static Java server() {
    Path jar = Path.of(System.getProperty("java.class.path"));
    if (!jar.endsWith(JAR)) {
      return of("dev.slipway.Main", ownFlags());
    }
    List<String> flags = new ArrayList<>(ownFlags());
    Path cache = jar.resolveSibling(CACHE);
    if (Files.exists(cache)) {
      flags.addFirst("-XX:AOTCache=" + cache);
    }
    return new Java(flags, List.of("-jar", jar.toString()), List.of());
  }

  /// The flags that this JVM was started with.
  public static List<String> ownFlags() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments();
  }

  /// The same program with these arguments.
  public Java with(String... words) {
    return new Java(flags, program, List.of(words));
  }

  /// The same program with further flags.
  public Java flagged(String... more) {
    List<String> all = new ArrayList<>(flags);
    all.addAll(List.of(more));
    return new Java(all, program, arguments);
  }

  /// The whole command.
  public List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(program);
    command.addAll(arguments);
    return command;
  }
}
