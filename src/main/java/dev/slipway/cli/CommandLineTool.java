package dev.slipway.cli;

import dev.slipway.CannotStart;
import dev.slipway.Config;
import dev.slipway.Reason;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The subcommands that run in this program; the launcher script has a few more of its own.
///
/// @param starter makes the server
/// @param mint replaces lost keys
/// @param databases those that `down` ends
/// @param machine what `doctor` looks at
/// @param environment the environment variables
public record CommandLineTool(
    Service.Starter starter,
    KeyMint mint,
    Databases databases,
    Machine machine,
    Map<String, String> environment,
    PrintStream out,
    PrintStream err) {
  /// The exit code for what the user can mend.
  public static final int USER_ERROR = 2;

  private static final int OWN_ERROR = 1;
  private static final String DOCTOR = "doctor";
  private static final String KEYS = "keys";
  private static final String KEYS_NEW = "keys new";

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
      err.println("slipway: " + complaint(e));
      return USER_ERROR;
    } catch (InterruptedException | RuntimeException e) {
      e.printStackTrace(err);
      return OWN_ERROR;
    }
  }

  private int choose(List<String> words) throws IOException, InterruptedException {
    List<String> name = name(words);
    String command = String.join(" ", name);
    Arguments arguments =
        new Arguments(
            command.equals(KEYS) ? KEYS_NEW : command,
            options(command),
            words.subList(name.size(), words.size()),
            environment);
    if (arguments.wantsHelp()) {
      out.print(arguments.help());
      return 0;
    }
    switch (command) {
      case "serve" -> new Serve(starter, out, err).run(ServeOptions.config(arguments));
      case DOCTOR -> {
        return new Doctor(machine, out).run(ServeOptions.config(arguments));
      }
      case "down" -> new Down(databases, out).run(folder(arguments));
      case KEYS ->
          throw new CannotStart("keys: say what to do with them; ./slipway keys new replaces them");
      case KEYS_NEW -> replaceKeys(ServeOptions.config(arguments));
      default -> new Train(starter).run(folder(arguments));
    }
    return 0;
  }

  /// The words that name the command, be there such a one or not.
  private static List<String> name(List<String> words) {
    int most = words.isEmpty() || !words.getFirst().equals(KEYS) ? 1 : 2;
    return words.stream().limit(most).takeWhile(word -> !word.startsWith("-")).toList();
  }

  private static List<Option<?>> options(String command) {
    return switch (command) {
      case "serve", DOCTOR, KEYS, KEYS_NEW -> ServeOptions.ALL;
      case "down", "train" -> List.of(ServeOptions.DATA);
      default ->
          throw new CannotStart(
              (command.isEmpty() ? "no command was given" : command + ": there is no such command")
                  + "; ./slipway help lists them");
    };
  }

  private static String complaint(IOException e) {
    return e instanceof FileSystemException failure
        ? "%s cannot be used (%s): run this as the user whose folder it is, or name another with --data"
            .formatted(failure.getFile(), Reason.of(e))
        : Reason.of(e);
  }

  private static Path folder(Arguments arguments) {
    Path folder = arguments.read(ServeOptions.DATA);
    arguments.check();
    return folder;
  }

  /// The URL stays what the last server noted, since that may have been given another port than
  /// this command.
  private void replaceKeys(Config config) throws IOException {
    Optional<String> known = ServerUrl.in(config.data());
    String url = known.orElseGet(() -> config.url(config.port()));
    mint.replace(config.data(), url);
    if (known.isEmpty()) {
      err.printf(
          "slipway: %s does not say where its server is: %s is assumed; --host and --port change it%n",
          ShellWords.path(config.data()), url);
    }
    String file = ShellWords.path(CredentialsFile.in(config.data()).path());
    out.println("New keys are in " + file + "; the old ones open nothing now.");
  }
}
