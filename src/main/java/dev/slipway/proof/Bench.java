package dev.slipway.proof;

import dev.slipway.Logging;
import dev.slipway.proof.bench.Figure;
import dev.slipway.proof.bench.Measured;
import dev.slipway.proof.bench.Workbench;
import dev.slipway.proof.live.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `./slipway bench`: measures the program against floors of the same run and prints a table. Exit
/// code 0 also when a limit is missed: a machine may be busy.
@Command(
    name = "slipway bench",
    mixinStandardHelpOptions = true,
    description = "Measures the program, each figure against a floor that is measured beside it.")
public final class Bench implements Callable<Integer> {
  private static final String ROW = "%-78s %14s %12s  %-6s %s%n";

  @Option(names = "--json", description = "A file for the figures as JSON.")
  private @Nullable Path json;

  @Option(names = "--only", description = "Measure the figures whose names begin with this.")
  private String only = "";

  /// Runs it with the arguments of the command line.
  public static void main(String[] args) throws IOException {
    Logging.configure();
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    System.out.printf(ROW, "figure", "measured", "limit", "", "from");
    List<Measured> all = new ArrayList<>();
    for (Figure figure : Figure.all()) {
      if (figure.name().startsWith(only)) {
        try (var folder = TemporaryFolder.named("slipway-bench");
            var bench = new Workbench(folder.path())) {
          List<Measured> measured = figure.measure(bench);
          measured.forEach(Bench::print);
          all.addAll(measured);
        }
      }
    }
    long missed = all.stream().filter(Measured::missed).count();
    System.out.printf("%d figures, %d miss their limit%n", all.size(), missed);
    if (json != null) {
      Files.write(json, JsonMapper.shared().writeValueAsBytes(all));
    }
    return 0;
  }

  private static void print(Measured measured) {
    System.out.printf(
        ROW,
        measured.what(),
        measured.text(),
        measured.limit().text(),
        measured.verdict(),
        measured.from());
  }
}
