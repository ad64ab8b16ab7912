package dev.slipway.platform.process;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Settings;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Observed.Replica;
import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Looks at a database from all sides: its folders, its processes, their control sockets and its
/// public port.
record Inspection(
    Residents residents,
    Control control,
    ControlKey key,
    Watches watches,
    Certificates certificates,
    PublicEndpoint endpoint) {
  /// A dying process closes its connections a moment before it is gone.
  private static final Duration LONGEST_DYING = Duration.ofMillis(100);

  /// What is there.
  Observed look(Pair pair, Home home, Wanted wanted) throws IOException, PlatformException {
    Replica replica = replica(pair.replica(), home, wanted);
    Optional<Resident> resident = home.resident(pair.primary());
    return resident.isEmpty()
        ? dead(pair.primary(), wanted.spec(), replica)
        : living(pair.primary(), resident.get(), wanted.spec(), replica);
  }

  /// Finds who lives in a folder.
  interface Home {
    Optional<Resident> resident(DatabaseFolder folder) throws IOException;
  }

  private Replica replica(DatabaseFolder folder, Home home, Wanted wanted) throws IOException {
    if (!Files.exists(folder.file(Launcher.CONFIGURATION))) {
      return Replica.NONE;
    }
    if (home.resident(folder).isEmpty()) {
      return Replica.DEAD;
    }
    try {
      Report report = control.ask(folder);
      watches.keep(folder);
      new EngineLog(folder).rotate();
      return replica(report, wanted);
    } catch (IOException _) {
      return Replica.STRAY;
    }
  }

  private Replica replica(Report report, Wanted wanted) throws IOException {
    Link link = report.link();
    Settings settings = Settings.wantedBy(wanted);
    if (link == null
        || link.port() != wanted.spec().port()
        || !report.listener().follows(wanted.spec().access().tls())
        || !certificates.current(report.listener())
        || !report.settings().withEndpoint(settings.endpoint()).equals(settings)) {
      return Replica.STRAY;
    }
    if (report.loading() || !link.whole()) {
      return Replica.SYNCING;
    }
    return link.up() ? Replica.FOLLOWING : Replica.BEREFT;
  }

  private Observed dead(DatabaseFolder folder, DatabaseSpec wanted, Replica replica)
      throws IOException, PlatformException {
    String holder = endpoint.holder(wanted.port());
    if (holder != null && residents.outliving(folder).isPresent()) {
      // Its own old Redis: something of it is left. A start names it, an erasure ends it.
      return new Observed(Life.DEAD, true, null, null, replica, null);
    }
    return new Observed(Life.DEAD, folder.exists(), holder, null, replica, null);
  }

  private Observed living(
      DatabaseFolder folder, Resident resident, DatabaseSpec wanted, Replica replica)
      throws IOException, PlatformException {
    Report report;
    try {
      report = control.ask(folder);
      watches.keep(folder);
    } catch (Control.UnknownKey e) {
      throw Failures.unknownKey(resident.pid(), e);
    } catch (IOException _) {
      return residents.goneWithin(LONGEST_DYING, resident)
          ? dead(folder, wanted, replica)
          : new Observed(Life.SILENT, true, null, null, replica, null);
    }
    if (!resident.runId().equals(report.facts().runId())) {
      residents.record(folder, resident.answering(report.facts().runId()));
    }
    new EngineLog(folder).rotate();
    if (!report.misery().isEmpty() || follows(report, wanted)) {
      // As if its settings were not known: to configure it is to be told why it serves nobody, or
      // to have it take writes.
      return new Observed(Life.UNREACHABLE, true, null, null, replica, report.facts());
    }
    return new Observed(
        life(folder, report, wanted), true, null, settings(report), replica, report.facts());
  }

  /// Whether it still follows the one that it is to take over from. One that follows another takes
  /// over data that is imported.
  private static boolean follows(Report report, DatabaseSpec wanted) {
    Link link = report.link();
    return link != null && link.port() == wanted.port() && !report.loading();
  }

  private Settings settings(Report report) throws IOException {
    Settings settings = report.settings();
    return certificates.current(report.listener())
        ? settings
        : settings.withEndpoint(settings.endpoint().outdated());
  }

  private Life life(DatabaseFolder folder, Report report, DatabaseSpec wanted) throws IOException {
    if (report.loading()) {
      return Life.LOADING;
    }
    List<String> login =
        wanted.access().defaultUser()
            ? List.of("AUTH", "default", wanted.access().password().clear())
            : List.of("AUTH", Users.CONTROL, key.password(folder.id()));
    @Nullable SSLContext tls = wanted.access().tls() ? certificates.context() : null;
    return endpoint.serves(wanted.port(), tls, login, report.facts().runId())
        ? Life.SERVING
        : Life.UNREACHABLE;
  }
}
