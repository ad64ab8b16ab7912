package dev.slipway.platform.process;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Settings;
import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets a database as it is wanted: in its files, for the next start, and in a running Redis,
/// without cutting its clients.
///
/// @param bind what databases listen on
/// @param daemonize whether Redis must leave our session by itself
record Configurer(Control control, ControlKey key, String bind, boolean daemonize) {
  private static final Duration LONGEST_REWRITE = Duration.ofSeconds(10);

  /// Writes the files that a start reads.
  ///
  /// @param port where it listens; 0 for one that only follows
  void write(DatabaseFolder folder, DatabaseSpec wanted, int port) throws IOException {
    RedisConf conf = conf(wanted, port);
    String controlHash = key.passwordHash(folder.id());
    folder.write(RedisConf.ACL, Users.aclFile(conf.settings().passwordHash(), controlHash));
    folder.write(Launcher.CONFIGURATION, conf.text());
  }

  /// Writes the files and changes the running Redis where it differs.
  ///
  /// @throws PlatformException when it refuses that, or cannot write its data and so serves nobody
  void change(DatabaseFolder folder, DatabaseSpec wanted, int port)
      throws IOException, PlatformException {
    write(folder, wanted, port);
    Report present = control.ask(folder);
    List<List<String>> commands = changes(present, conf(wanted, port));
    if (!commands.isEmpty()) {
      change(folder, commands, port);
    }
    if (wanted.persistence().appendOnly() && !present.settings().appendOnly()) {
      awaitFirstAppendOnlyFile(folder);
    }
    if (!present.misery().isEmpty()) {
      String words = present.misery() + "\n" + new EngineLog(folder).lastWords(0);
      throw Failures.cannotWrite(words, folder.path());
    }
  }

  private void change(DatabaseFolder folder, List<List<String>> commands, int port)
      throws IOException, PlatformException {
    try {
      control.change(folder, commands);
    } catch (RedisRefusal e) {
      throw Failures.changeRefused(e.words(), port);
    }
  }

  private List<List<String>> changes(Report present, RedisConf wanted) {
    List<String> differing = new ArrayList<>(List.of("CONFIG", "SET"));
    List<RedisConf.Setting> now =
        new RedisConf(present.port(), bind, present.settings(), daemonize).live();
    wanted.live().stream()
        .filter(setting -> !now.contains(setting))
        .forEach(setting -> differing.addAll(List.of(setting.name(), setting.value())));
    List<List<String>> commands = new ArrayList<>();
    if (differing.size() > 2) {
      commands.add(differing);
    }
    String hash = wanted.settings().passwordHash();
    if (!hash.equals(present.settings().passwordHash())) {
      commands.add(Users.changeLogin(hash));
    }
    return commands;
  }

  /// Writes count as kept only when the file that starts with the present data is whole.
  private void awaitFirstAppendOnlyFile(DatabaseFolder folder)
      throws IOException, PlatformException {
    Optional<Report> done =
        Poll.find(
            LONGEST_REWRITE, () -> Optional.of(control.ask(folder)).filter(r -> !r.rewriting()));
    if (done.isEmpty()) {
      throw Failures.passing("Redis is still writing its data to the disk.");
    }
    folder.sync();
  }

  private RedisConf conf(DatabaseSpec wanted, int port) {
    return new RedisConf(port, bind, Settings.wantedBy(wanted), daemonize);
  }
}
