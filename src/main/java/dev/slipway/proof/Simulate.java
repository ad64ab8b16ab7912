package dev.slipway.proof;

import dev.slipway.Logging;
import dev.slipway.proof.simulation.Campaign;
import dev.slipway.proof.simulation.Report;
import dev.slipway.proof.simulation.Seams;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./slipway simulate`: runs seeds, one a processor at a time, and says what they found in one
/// closing line, which is the same whenever the seeds are. Exit code 1 when an invariant did not
/// hold.
@Command(
    name = "slipway simulate",
    mixinStandardHelpOptions = true,
    description =
        "Runs the real lane, handlers, plans and loops in a made-up world, crashes them, and checks every invariant after every step.")
public final class Simulate implements Callable<Integer> {
  @Option(
      names = "--seeds",
      defaultValue = "2000",
      description = "How many seeds (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--from",
      defaultValue = "1",
      description = "The first seed (default: ${DEFAULT-VALUE}).")
  private long from;

  @Option(
      names = "--workers",
      description = "How many seeds run at once (default: one a processor).")
  private int workers = Runtime.getRuntime().availableProcessors();

  /// Runs it with the arguments of the command line.
  public static void main(String[] args) {
    Logging.silence();
    System.exit(new CommandLine(new Simulate()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    long start = System.nanoTime();
    Report report = new Campaign(Seams.NONE, workers, false).run(from, seeds);
    report.failures().forEach(System.out::println);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%.1f s, %.0f seeds a second%n", seconds, seeds / seconds);
    System.out.println(report.closingLine());
    return report.passed() ? 0 : 1;
  }
}
