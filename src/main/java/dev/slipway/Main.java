package dev.slipway;

import dev.slipway.cli.CommandLineTool;
import dev.slipway.platform.PlatformException;
import dev.slipway.platform.process.RunningDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
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
            Main::endDatabases,
            System.getenv(),
            System.out,
            System.err);
    System.exit(tool.run(args));
  }

  private static int endDatabases(Path data) {
    try {
      return new RunningDatabases(data).endAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PlatformException e) {
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    }
  }
}
