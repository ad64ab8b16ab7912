package dev.slipway.cli;

import dev.slipway.CannotStart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a user typed for one subcommand: `--name VALUE` or `--name=VALUE`. Reading goes on past a
/// fault, so that {@link #check} can name all of them at once.
final class Arguments {
  private static final List<String> HELP = List.of("-h", "--help");

  private final String command;
  private final List<Option<?>> options;
  private final Map<String, String> environment;
  private final Map<String, String> given = new HashMap<>();
  private final Set<String> unclear = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private boolean wantsHelp;

  /// @param words the command line after the name of the subcommand
  /// @param environment the environment variables; an empty one counts as not set
  Arguments(
      String command,
      List<Option<?>> options,
      List<String> words,
      Map<String, String> environment) {
    this.command = command;
    this.options = options;
    this.environment = environment;
    Deque<String> rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      take(rest.pop(), rest);
    }
  }

  private void take(String word, Deque<String> rest) {
    int equals = word.startsWith("--") ? word.indexOf('=') : -1;
    String name = equals < 0 ? word : word.substring(0, equals);
    String value = equals < 0 ? valueOf(name, rest) : word.substring(equals + 1);
    if (HELP.contains(name)) {
      wantsHelp = true;
    } else if (options.stream().noneMatch(option -> option.name().equals(name))) {
      problems.add(name + ": unknown; --help lists what there is");
    } else if (value == null) {
      unclear.add(name);
      problems.add(name + ": has no value; write one after it");
    } else if (given.putIfAbsent(name, value) != null) {
      unclear.add(name);
      problems.add(name + ": given twice; give it once");
    }
  }

  private @Nullable String valueOf(String name, Deque<String> rest) {
    boolean alone =
        options.stream().anyMatch(option -> option.name().equals(name) && option.isSwitch());
    return alone ? "yes" : valueIn(rest);
  }

  private static @Nullable String valueIn(Deque<String> rest) {
    return rest.isEmpty() || rest.getFirst().startsWith("--") ? null : rest.pop();
  }

  /// Whether the help text was asked for.
  boolean wantsHelp() {
    return wantsHelp;
  }

  /// All options with their meanings.
  String help() {
    return options.stream()
        .map(Option::help)
        .collect(
            Collectors.joining(
                "",
                "Usage: ./slipway " + command + " [OPTIONS]\n\n",
                "\nEach is also a variable: --data is SLIPWAY_DATA.\n"));
  }

  /// The option's value: from the command line, else from the environment, else its fallback. A bad
  /// value is noted, and the fallback stands in for it until {@link #check}.
  <T> T read(Option<T> option) {
    String word = given.get(option.name());
    if (word != null) {
      return read(option, option.name() + " ", word);
    }
    String variable = environment.getOrDefault(option.variable(), "");
    if (!variable.isEmpty()) {
      return read(option, option.variable() + "=", variable);
    }
    return option.reader().apply(option.fallback());
  }

  private <T> T read(Option<T> option, String source, String value) {
    try {
      return option.reader().apply(value);
    } catch (IllegalArgumentException _) {
      unclear.add(option.name());
      problems.add(
          "%s%s: must be %s; for example %s%s"
              .formatted(source, value, option.rule(), source, option.example()));
      return option.reader().apply(option.fallback());
    }
  }

  /// Notes a fault that lies between two options.
  void problem(String line) {
    problems.add(line);
  }

  /// Whether each of these has the value that the user means, as far as they have been read.
  boolean clear(Option<?>... read) {
    return Stream.of(read).map(Option::name).noneMatch(unclear::contains);
  }

  /// @throws CannotStart with one line for each thing that is wrong
  void check() {
    if (!problems.isEmpty()) {
      throw new CannotStart(String.join("\n", problems));
    }
  }
}
