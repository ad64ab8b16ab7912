package dev.slipway.proof;

import dev.slipway.Logging;
import dev.slipway.proof.crashloop.Findings;
import dev.slipway.proof.crashloop.Loop;
import dev.slipway.proof.live.Java;
import dev.slipway.proof.live.TemporaryFolder;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./slipway crashloop`: kills the real program again and again under load, with real Redis, and
/// says what it found in one closing line. Exit code 1 when something was not as promised.
@Command(
    name = "slipway crashloop",
    mixinStandardHelpOptions = true,
    description =
        "Kills the real program at every failpoint and at random moments, fills its disk, steals its ports, and looks whether anything was lost, doubled or left over.")
public final class Crashloop implements Callable<Integer> {
  @Option(
      names = "--rounds",
      defaultValue = "20",
      description = "How many rounds (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description =
          "What decides about requests and moments (default: ${DEFAULT-VALUE}). The machine has its say too, so that no two runs are the same.")
  private long seed;

  /// Runs it with the arguments of the command line.
  public static void main(String[] args) throws IOException {
    Logging.configure();
    System.exit(new CommandLine(new Crashloop()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    TemporaryFolder folder = TemporaryFolder.named("slipway-crashloop");
    long start = System.nanoTime();
    Loop loop = new Loop(Java.server(), folder.path(), seed, System.out::println);
    Findings findings = loop.run(rounds);
    findings.faults().forEach(fault -> System.out.println("fault: " + fault));
    System.out.printf(
        "%s, %.1f s%n%s%n",
        findings.closingLine(), (System.nanoTime() - start) / 1e9, findings.verdict());
    if (!findings.good()) {
      System.out.println("what was found can be looked at in " + folder.path());
      if (loop.fillsDisk()) {
        System.out.println("its disk is one in memory; umount it before the folder is removed");
      }
      return 1;
    }
    loop.close();
    folder.close();
    return 0;
  }
}
