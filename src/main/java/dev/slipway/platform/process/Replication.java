package dev.slipway.platform.process;

import dev.slipway.model.Wanted;
import dev.slipway.platform.PlatformException;
import dev.slipway.platform.process.Configurer.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Who of a database's two Redis follows and who takes writes (architecture 8, "Planned failover").
/// A follower listens nowhere but on its control socket; it reaches the other through the public
/// port, as Slipway's own user.
record Replication(
    Control control, ControlKey key, PublicEndpoint endpoint, Configurer configurer) {
  private static final System.Logger LOG = System.getLogger(Replication.class.getName());
  private static final Duration LONGEST_MOMENT = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final List<String> TAKE_WRITES = List.of("REPLICAOF", "NO", "ONE");
  private static final List<String> UNPAUSE = List.of("CLIENT", "UNPAUSE");

  /// Points a Redis at the one that listens on this port, and gives it a moment, in which a small
  /// one has all data. Done twice it changes nothing.
  void follow(DatabaseFolder replica, int port) throws IOException, PlatformException {
    control.change(
        replica,
        List.of(
            List.of(
                "CONFIG",
                "SET",
                "masteruser",
                Users.CONTROL,
                "masterauth",
                key.password(replica.id())),
            List.of("REPLICAOF", endpoint.reachable(), Integer.toString(port))));
    var _ =
        Poll.find(
            LONGEST_MOMENT, () -> Optional.ofNullable(control.link(replica)).filter(Link::up));
  }

  /// Has the one that is to take writes take them. While the other one still does, it hands them
  /// over: nobody's acknowledged write is lost.
  ///
  /// @throws PlatformException when it could not; then everything is as before
  void lead(Pair pair, Wanted wanted) throws IOException, PlatformException {
    Link link = control.link(pair.primary());
    if (link == null) {
      return; // it takes writes
    }
    if (link.port() != wanted.spec().port()) {
      leave(pair.primary());
    } else if (writable(pair.replica())) {
      handOver(pair, wanted);
    } else {
      takeOver(pair.primary(), link);
    }
  }

  /// It takes over what is imported, or was left following when an import broke off.
  private void leave(DatabaseFolder primary) throws IOException {
    if (!primary.scratch().exists()) {
      control.change(primary, List.of(TAKE_WRITES));
    }
  }

  private void takeOver(DatabaseFolder primary, Link link) throws IOException {
    control.change(primary, List.of(TAKE_WRITES));
    LOG.log(
        System.Logger.Level.WARNING,
        "database %d: its Redis was gone, and the one that followed takes writes from byte %d on; what the first had acknowledged beyond is lost"
            .formatted(primary.id(), link.offset()));
  }

  private boolean writable(DatabaseFolder folder) {
    try {
      Report report = control.ask(folder);
      return report.link() == null && !report.loading();
    } catch (IOException _) {
      return false; // nobody is there who could
    }
  }

  private void handOver(Pair pair, Wanted wanted) throws IOException, PlatformException {
    DatabaseFolder old = pair.replica();
    int port = wanted.spec().port();
    pause(old);
    try {
      awaitAllWrites(old, pair.primary());
      close(old);
      open(pair.primary(), wanted);
    } catch (IOException | PlatformException e) {
      configurer.change(old, wanted, Part.PRIMARY);
      control.change(old, List.of(UNPAUSE));
      throw e;
    }
    configurer.change(old, wanted, Part.REPLICA);
    follow(old, port);
    // Whoever is still connected there goes to the new one by connecting again.
    control.change(old, List.of(UNPAUSE, List.of("CLIENT", "KILL", "TYPE", "normal")));
  }

  private void close(DatabaseFolder folder) throws IOException {
    String port = control.ask(folder).listener().encrypts() ? "tls-port" : "port";
    control.change(folder, List.of(List.of("CONFIG", "SET", port, "0")));
  }

  private void pause(DatabaseFolder folder) throws IOException {
    String most = Long.toString(LONGEST_PAUSE.toMillis());
    control.change(folder, List.of(List.of("CLIENT", "PAUSE", most, "WRITE")));
  }

  private void awaitAllWrites(DatabaseFolder from, DatabaseFolder to)
      throws IOException, PlatformException {
    Optional<Boolean> equal =
        Poll.find(
            LONGEST_PAUSE.dividedBy(2),
            () ->
                control.offset(from) == control.offset(to) ? Optional.of(true) : Optional.empty());
    if (equal.isEmpty()) {
      throw Failures.passing("The Redis that is to take over does not get all writes.");
    }
  }

  private void open(DatabaseFolder primary, Wanted wanted) throws IOException, PlatformException {
    try {
      control.change(primary, List.of(TAKE_WRITES));
      configurer.change(primary, wanted, Part.PRIMARY);
    } catch (IOException | PlatformException e) {
      follow(primary, wanted.spec().port());
      throw e;
    }
  }
}
