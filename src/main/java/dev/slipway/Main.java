package dev.slipway;

import dev.slipway.cli.CommandLineTool;
import dev.slipway.cli.Databases;
import dev.slipway.platform.PlatformException;
import dev.slipway.platform.process.RunningDatabases;
import java.io.IOException;
import java.nio.file.Path;

/// The program: command line, configuration, server.
public final class Main {
  private Main() {}

  /// Runs a subcommand and exits with its code.
  public static void main(String[] args) throws IOException {
    Logging.configure();
    CommandLineTool tool =
        new CommandLineTool(
            Server::start,
            Keys::replaceIn,
            new LocalDatabases(),
            new LocalMachine(System.getenv().getOrDefault("PATH", "")),
            System.getenv(),
            System.out,
            System.err);
    System.exit(tool.run(args));
  }

  /// Those of this machine.
  private record LocalDatabases() implements Databases {
    @Override
    public int running(Path data) throws IOException {
      return new RunningDatabases(data).list().size();
    }

    @Override
    public int end(Path data) throws IOException {
      try {
        return new RunningDatabases(data).endAll(System.out::println);
      } catch (PlatformException e) {
        throw new CannotStart(String.valueOf(e.getMessage()), e);
      }
    }
  }
}
