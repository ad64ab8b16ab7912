package dev.slipway.proof;

import dev.slipway.Logging;
import dev.slipway.proof.fuzz.Run;
import dev.slipway.proof.live.Java;
import dev.slipway.proof.live.TemporaryFolder;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./slipway fuzz`: sends the real program right and wrong requests that are made from its own
/// description, and says what it found in one closing line. Exit code 1 when an answer was not as
/// described, came too late, or was a failure of the server.
@Command(
    name = "slipway fuzz",
    mixinStandardHelpOptions = true,
    description =
        "Sends the real program requests made from its own description, right ones and wrong ones, and holds every answer against that description.")
public final class Fuzz implements Callable<Integer> {
  @Option(
      names = "--requests",
      defaultValue = "20000",
      description = "How many requests (default: ${DEFAULT-VALUE}).")
  private int requests;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "What decides about the requests (default: ${DEFAULT-VALUE}).")
  private long seed;

  /// Runs it with the arguments of the command line.
  public static void main(String[] args) throws IOException {
    Logging.configure();
    System.exit(new CommandLine(new Fuzz()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    TemporaryFolder folder = TemporaryFolder.named("slipway-fuzz");
    long start = System.nanoTime();
    Run.Result result =
        new Run(Java.server(), folder.path(), seed, System.out::println).send(requests);
    System.out.printf("%s, %.1f s%n", result.closingLine(), (System.nanoTime() - start) / 1e9);
    if (!result.findings().isEmpty()) {
      System.out.println("what was found can be looked at in " + folder.path());
      return 1;
    }
    folder.close();
    return 0;
  }
}
