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
/// @param certificates what databases with TLS are known by
/// @param bind what databases listen on
/// @param daemonize whether Redis must leave our session by itself
record Configurer(
    Control control, ControlKey key, Certificates certificates, String bind, boolean daemonize) {
  private static final Duration LONGEST_REWRITE = Duration.ofSeconds(10);

  /// Whoever came in clear before would go on in clear.
  private static final List<List<String>> CUT_CLIENTS =
      List.of(
          List.of("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"),
          List.of("CLIENT", "KILL", "TYPE", "pubsub", "SKIPME", "yes"));

  /// What a Redis is for.
  enum Part {
    /// To be reached by clients.
    PRIMARY,
    /// To follow the one that is.
    REPLICA
  }

  /// Writes the files that a start reads, and removes what an earlier one has left.
  void write(DatabaseFolder folder, Wanted wanted, Part part) throws IOException {
    RedisConf conf = conf(folder, wanted, part);
    write(folder, wanted, conf);
    certificates.sweep(folder, conf.listener());
  }

  private void write(DatabaseFolder folder, Wanted wanted, RedisConf conf) throws IOException {
    String controlHash = key.passwordHash(folder.id());
    folder.write(
        RedisConf.ACL, Users.aclFile(conf.settings().passwordHash(), controlHash, wanted.users()));
    folder.write(Launcher.CONFIGURATION, conf.text());
  }

  /// Writes the files of a Redis that only Slipway talks to, and that keeps nothing. DEBUG loads
  /// more files than the one of its start. What they hold is looked through: some that can be
  /// loaded end a Redis later, when a key in them is read.
  void writeScratch(DatabaseFolder folder) throws IOException {
    Listener nowhere = Listener.closed();
    Settings settings =
        new Settings(0, "noeviction", false, "everysec", "", "", "", nowhere.endpoint());
    String conf = new RedisConf(nowhere, "127.0.0.1", settings, daemonize).text();
    folder.write(RedisConf.ACL, Users.aclFile("", key.passwordHash(folder.id()), List.of()));
    folder.write(
        Launcher.CONFIGURATION, conf + "enable-debug-command local\nsanitize-dump-payload yes\n");
  }

  /// Changes the running Redis where it differs, and writes the files.
  ///
  /// @throws PlatformException when it refuses that, or cannot write its data and so serves nobody
  void change(DatabaseFolder folder, Wanted wanted, Part part)
      throws IOException, PlatformException {
    Report present = control.ask(folder);
    RedisConf conf = conf(folder, wanted, part);
    if (!present.settings().admitsAs(conf.settings())) {
      // Before anything is written: whoever is to be out is out on a full disk too.
      admit(folder, wanted);
    }
    write(folder, wanted, conf);
    List<List<String>> commands = changes(present, conf);
    if (!commands.isEmpty()) {
      change(folder, commands, wanted.spec().port());
    }
    certificates.sweep(folder, conf.listener());
    if (wanted.spec().persistence().appendOnly() && !present.settings().appendOnly()) {
      awaitFirstAppendOnlyFile(folder);
    }
    if (!present.misery().isEmpty()) {
      String words = present.misery() + "\n" + new EngineLog(folder).lastWords(0);
      throw Failures.cannotWrite(words, folder.path());
    }
  }

  /// Writes the files for a running Redis as it is to be, and leaves it as it is.
  ///
  /// @return the commands that change it, which are then quick
  List<List<String>> prepare(DatabaseFolder folder, Wanted wanted, Part part) throws IOException {
    RedisConf conf = conf(folder, wanted, part);
    write(folder, wanted, conf);
    return changes(control.ask(folder), conf);
  }

  /// Lets in whom a running Redis is to let in, and nobody else.
  void admit(DatabaseFolder folder, Wanted wanted) throws IOException {
    new Admission(control, key).admit(folder, wanted);
  }

  /// Notes that a Redis which has just read the files lets in whom they name.
  void recallAdmission(DatabaseFolder folder, Wanted wanted) throws IOException {
    new Admission(control, key).recall(folder, wanted);
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
        new RedisConf(present.listener(), bind, present.settings(), daemonize).live();
    wanted.live().stream()
        .filter(setting -> !now.contains(setting))
        .forEach(setting -> differing.addAll(List.of(setting.name(), setting.value())));
    List<List<String>> commands = new ArrayList<>();
    if (differing.size() > 2) {
      commands.add(differing);
    }
    if (wanted.listener().encrypts() && present.listener().port() != 0) {
      commands.addAll(CUT_CLIENTS);
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

  private RedisConf conf(DatabaseFolder folder, Wanted wanted, Part part) throws IOException {
    Listener listener =
        switch (part) {
          case PRIMARY -> certificates.prepare(folder, wanted.spec());
          case REPLICA -> certificates.follow(folder, wanted.spec());
        };
    return new RedisConf(listener, bind, Settings.wantedBy(wanted), daemonize);
  }
}
