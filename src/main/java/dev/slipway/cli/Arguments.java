package dev.slipway.cli;

import dev.slipway.CannotStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// What a user typed for one subcommand. Reading goes on past a fault, so that {@link #check} can
/// name all of them at once.
final class Arguments {
  private static final String HELP = "--help";

  private final ParseResult parsed;
  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  /// @param words the command line after the name of the subcommand
  /// @param environment the environment variables; an empty one counts as not set
  Arguments(
      String command,
      List<Option<?>> options,
      List<String> words,
      Map<String, String> environment) {
    this.parsed =
        new CommandLine(grammar(command, options)).parseArgs(words.toArray(String[]::new));
    this.environment = environment;
    parsed.errors().stream().flatMap(Arguments::lines).forEach(problems::add);
  }

  private static CommandSpec grammar(String command, List<Option<?>> options) {
    CommandSpec spec = CommandSpec.create().name("./slipway " + command);
    spec.parser().collectErrors(true);
    spec.addOption(
        OptionSpec.builder("-h", HELP).usageHelp(true).description("shows this").build());
    for (Option<?> option : options) {
      spec.addOption(
          OptionSpec.builder(option.name())
              .type(String.class)
              .arity("1")
              .paramLabel(option.label())
              .description(option.help())
              .build());
    }
    return spec;
  }

  private static Stream<String> lines(Exception fault) {
    return switch (fault) {
      case UnmatchedArgumentException e ->
          e.getUnmatched().stream().map(word -> word + ": unknown; --help lists what there is");
      case MissingParameterException e ->
          e.getMissing().stream()
              .map(arg -> optionName(arg) + ": has no value; write one after it");
      case OverwrittenOptionException e ->
          Stream.of(optionName(e.getOverwritten()) + ": given twice; give it once");
      case ParameterException e -> Stream.of(e.getMessage());
      default -> Stream.of(fault.toString());
    };
  }

  private static String optionName(CommandLine.Model.ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }

  /// The help text, when it was asked for.
  boolean wantsHelp() {
    return parsed.isUsageHelpRequested();
  }

  /// All options with their meanings.
  String help() {
    return parsed.commandSpec().commandLine().getUsageMessage();
  }

  /// The option's value: from the command line, else from the environment, else its fallback. A bad
  /// value is noted, and the fallback stands in for it until {@link #check}.
  <T> T read(Option<T> option) {
    @Nullable String word = parsed.matchedOptionValue(option.name(), null);
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

  /// Whether nothing is wrong so far.
  boolean good() {
    return problems.isEmpty();
  }

  /// @throws CannotStart with one line for each thing that is wrong
  void check() {
    if (!problems.isEmpty()) {
      throw new CannotStart(String.join("\n", problems));
    }
  }
}
