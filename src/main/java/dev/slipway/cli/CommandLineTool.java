package dev.slipway.cli;

import dev.slipway.CannotStart;
import dev.slipway.Config;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The subcommands that run in this program; the launcher script has a few more of its own.
///
/// @param starter makes the server
/// @param mint replaces lost keys
/// @param databases those that `down` ends
/// @param environment the environment variables
public record CommandLineTool(
    Service.Starter starter,
    KeyMint mint,
    Databases databases,
    Map<String, String> environment,
    PrintStream out,
    PrintStream err) {
  /// The exit code for what the user can mend.
  public static final int USER_ERROR = 2;

  private static final int OWN_ERROR = 1;

  /// Runs what the words say.
  ///
  /// @return the exit code
  public int run(String... words) {
    try {
      return choose(List.of(words));
    } catch (CannotStart e) {
      e.lines().forEach(line -> err.println("slipway: " + line));
      return USER_ERROR;
    } catch (IOException e) {
      err.println("slipway: " + e);
      return USER_ERROR;
    } catch (InterruptedException | RuntimeException e) {
      e.printStackTrace(err);
      return OWN_ERROR;
    }
  }

  private int choose(List<String> words) throws IOException, InterruptedException {
    List<String> name = words.stream().takeWhile(word -> !word.startsWith("-")).toList();
    String command = String.join(" ", name);
    Arguments arguments =
        new Arguments(
            command, options(command), words.subList(name.size(), words.size()), environment);
    if (arguments.wantsHelp()) {
      out.print(arguments.help());
      return 0;
    }
    switch (command) {
      case "serve" -> new Serve(starter, out, err).run(ServeOptions.config(arguments));
      case "down" -> new Down(databases, out).run(folder(arguments));
      case "keys new" -> replaceKeys(ServeOptions.config(arguments));
      default -> new Train(starter).run(folder(arguments));
    }
    return 0;
  }

  private static List<Option<?>> options(String command) {
    return switch (command) {
      case "serve", "keys new" -> ServeOptions.ALL;
      case "down", "train" -> List.of(ServeOptions.DATA);
      default ->
          throw new CannotStart(
              (command.isEmpty() ? "no command was given" : command + ": there is no such command")
                  + "; ./slipway help lists them");
    };
  }

  private static Path folder(Arguments arguments) {
    Path folder = arguments.read(ServeOptions.DATA);
    arguments.check();
    return folder;
  }

  /// The URL stays what the lost file said, since a running server may have been given another
  /// port.
  private void replaceKeys(Config config) throws IOException {
    CredentialsFile file = CredentialsFile.in(config.data());
    mint.replace(config.data(), file.url().orElseGet(() -> config.url(config.port())));
    out.println("New keys are in " + Serve.shown(file.path()) + "; the old ones open nothing now.");
  }
}
