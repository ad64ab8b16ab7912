package dev.slipway.platform.process;

import dev.slipway.model.Failpoint;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Wanted;
import dev.slipway.platform.PlatformException;
import dev.slipway.platform.process.Configurer.Part;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Who of a database's two Redis follows and who takes writes (architecture 8, "Planned failover").
/// A follower listens nowhere but on its control socket; it reaches the other through the public
/// port, as Slipway's own user.
record Replication(
    Control control,
    ControlKey key,
    PublicEndpoint endpoint,
    Configurer configurer,
    Failpoints failpoints) {
  private static final System.Logger LOG = System.getLogger(Replication.class.getName());
  private static final Duration LONGEST_MOMENT = Duration.ofMillis(50);
  private static final List<String> TAKE_WRITES = List.of("REPLICAOF", "NO", "ONE");
  private static final List<String> UNPAUSE = List.of("CLIENT", "UNPAUSE");

  /// Points a Redis at the one that listens on this port, and gives it a moment, in which a small
  /// one has all data. Done twice it changes nothing.
  void follow(DatabaseFolder replica, int port) throws IOException, PlatformException {
    Link before = control.link(replica);
    if (before != null && before.port() != port) {
      // Else it would say of this link that it had been up, for the sake of the other.
      control.change(replica, List.of(TAKE_WRITES));
    }
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
  /// @throws PlatformException when it could not, or when clients cannot reach it yet
  void lead(Pair pair, Wanted wanted) throws IOException, PlatformException {
    Link link = control.link(pair.primary());
    if (link == null) {
      return; // it takes writes
    }
    int port = wanted.spec().port();
    if (link.port() != port) {
      leave(pair.primary());
      return;
    }
    Optional<Report> other = answer(pair.replica());
    if (other.isEmpty() || other.get().loading() || follows(other.get(), port)) {
      takeOver(pair.primary(), link);
    } else if (other.get().link() == null) {
      handOver(pair, wanted);
    } else {
      throw Failures.passing("The Redis that takes writes takes over the data of another first.");
    }
  }

  /// It takes over what is imported, or was left following when an import broke off.
  private void leave(DatabaseFolder primary) throws IOException {
    if (!primary.scratch().exists()) {
      control.change(primary, List.of(TAKE_WRITES));
    }
  }

  private void takeOver(DatabaseFolder primary, Link link) throws IOException, PlatformException {
    if (!link.whole()) {
      throw Failures.passing("The Redis that is to take over has not all data.");
    }
    failpoints.hit(Failpoint.BEFORE_PROMOTION);
    control.change(primary, List.of(TAKE_WRITES));
    failpoints.hit(Failpoint.AFTER_PROMOTION);
    LOG.log(
        System.Logger.Level.WARNING,
        "database %d: its Redis was gone, and the one that followed takes writes from byte %d on; what the first had acknowledged beyond is lost"
            .formatted(primary.id(), link.offset()));
  }

  /// Empty when nobody is there.
  private Optional<Report> answer(DatabaseFolder folder) throws IOException {
    try {
      return Optional.of(control.ask(folder));
    } catch (SocketException | FileSystemException _) {
      return Optional.empty();
    }
  }

  private static boolean follows(Report report, int port) {
    Link link = report.link();
    return link != null && link.port() == port;
  }

  /// Until the new one is told to take writes, all is undone when it fails. From then on the only
  /// way is forward: it may have taken some, and whoever looks next opens its port.
  private void handOver(Pair pair, Wanted wanted) throws IOException, PlatformException {
    DatabaseFolder old = pair.replica();
    List<List<String>> opening = configurer.prepare(pair.primary(), wanted, Part.PRIMARY);
    List<String> closing = control.ask(old).listener().closing();
    try (RedisConnection from = control.connect(old);
        RedisConnection to = control.connect(pair.primary())) {
      HandOver handOver = new HandOver(from, to, failpoints);
      try {
        handOver.close(closing);
      } catch (IOException | PlatformException e) {
        takeBack(pair, wanted, e);
        throw e;
      }
      InPeace.finish(() -> promote(handOver, opening, wanted.spec().port()));
    }
    control.change(old, List.of(UNPAUSE));
    configurer.change(old, wanted, Part.REPLICA);
    follow(old, wanted.spec().port());
  }

  private static void promote(HandOver handOver, List<List<String>> opening, int port)
      throws IOException, PlatformException {
    try {
      handOver.promote(opening);
    } catch (RedisRefusal e) {
      throw Failures.changeRefused(e.words(), port);
    }
  }

  private void takeBack(Pair pair, Wanted wanted, Exception why) {
    try {
      InPeace.finish(
          () -> {
            configurer.change(pair.replica(), wanted, Part.PRIMARY);
            control.change(pair.replica(), List.of(UNPAUSE));
            follow(pair.primary(), wanted.spec().port());
          });
    } catch (IOException | PlatformException e) {
      why.addSuppressed(e);
    }
  }
}
