package dev.slipway.platform.process;

import dev.slipway.model.Settings;
import dev.slipway.model.Wanted;
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
  void write(DatabaseFolder folder, Wanted wanted, int port) throws IOException {
    RedisConf conf = conf(wanted, port);
    String controlHash = key.passwordHash(folder.id());
    folder.write(
        RedisConf.ACL, Users.aclFile(conf.settings().passwordHash(), controlHash, wanted.users()));
    folder.write(Launcher.CONFIGURATION, conf.text());
  }

  /// Changes the running Redis where it differs, and writes the files.
  ///
  /// @throws PlatformException when it refuses that, or cannot write its data and so serves nobody
  void change(DatabaseFolder folder, Wanted wanted, int port)
      throws IOException, PlatformException {
    Report present = control.ask(folder);
    RedisConf conf = conf(wanted, port);
    if (!present.settings().admitsAs(conf.settings())) {
      // Before anything is written: whoever is to be out is out on a full disk too.
      admit(folder, wanted);
    }
    write(folder, wanted, port);
    List<String> changes = changes(present, conf);
    if (!changes.isEmpty()) {
      change(folder, changes, port);
    }
    if (wanted.spec().persistence().appendOnly() && !present.settings().appendOnly()) {
      awaitFirstAppendOnlyFile(folder);
    }
    if (!present.misery().isEmpty()) {
      String words = present.misery() + "\n" + new EngineLog(folder).lastWords(0);
      throw Failures.cannotWrite(words, folder.path());
    }
  }

  /// Lets in whom a running Redis is to let in, and nobody else.
  void admit(DatabaseFolder folder, Wanted wanted) throws IOException {
    new Admission(control, key).admit(folder, wanted);
  }

  private void change(DatabaseFolder folder, List<String> command, int port)
      throws IOException, PlatformException {
    try {
      control.change(folder, List.of(command));
    } catch (RedisRefusal e) {
      throw Failures.changeRefused(e.words(), port);
    }
  }

  private List<String> changes(Report present, RedisConf wanted) {
    List<String> differing = new ArrayList<>(List.of("CONFIG", "SET"));
    List<RedisConf.Setting> now =
        new RedisConf(present.port(), bind, present.settings(), daemonize).live();
    wanted.live().stream()
        .filter(setting -> !now.contains(setting))
        .forEach(setting -> differing.addAll(List.of(setting.name(), setting.value())));
    return differing.size() > 2 ? differing : List.of();
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

  private RedisConf conf(Wanted wanted, int port) {
    return new RedisConf(port, bind, Settings.wantedBy(wanted), daemonize);
  }
}
