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
    Second second = second(pair.replica(), home, wanted);
    Optional<Resident> resident = home.resident(pair.primary());
    return resident.isEmpty()
        ? dead(pair.primary(), wanted.spec(), second)
        : living(pair.primary(), resident.get(), wanted.spec(), second);
  }

  /// The Redis that follows. One that is to be set anew is as good as astray, but not where it may
  /// have to take over: the data counts then, and settings can be changed.
  ///
  /// @param has how much of the data it has
  private record Second(Replica has, boolean setAsWanted) {
    Replica besideLiving() {
      return setAsWanted || has == Replica.LEADING ? has : Replica.STRAY;
    }
  }

  /// Finds who lives in a folder.
  interface Home {
    Optional<Resident> resident(DatabaseFolder folder) throws IOException;
  }

  private Second second(DatabaseFolder folder, Home home, Wanted wanted) throws IOException {
    if (!Files.exists(folder.file(Launcher.CONFIGURATION))) {
      return new Second(Replica.NONE, true);
    }
    if (home.resident(folder).isEmpty()) {
      return new Second(Replica.DEAD, true);
    }
    try {
      Report report = control.ask(folder);
      watches.keep(folder);
      new EngineLog(folder).rotate();
      return new Second(has(report, wanted.spec()), setAsWanted(report, wanted));
    } catch (IOException _) {
      return new Second(Replica.STRAY, false);
    }
  }

  private boolean setAsWanted(Report report, Wanted wanted) throws IOException {
    Settings settings = Settings.wantedBy(wanted);
    return report.listener().follows(wanted.spec().access().tls())
        && certificates.current(report.listener())
        && report.settings().withEndpoint(settings.endpoint()).equals(settings);
  }

  private static Replica has(Report report, DatabaseSpec wanted) {
    Link link = report.link();
    if (link == null) {
      boolean open = report.listener().endpoint().port() == wanted.port();
      return open && !report.loading() ? Replica.LEADING : Replica.STRAY;
    }
    if (link.port() != wanted.port()) {
      return Replica.STRAY;
    }
    if (report.loading() || !link.whole()) {
      return Replica.SYNCING;
    }
    return link.up() ? Replica.FOLLOWING : Replica.BEREFT;
  }

  private Observed dead(DatabaseFolder folder, DatabaseSpec wanted, Second second)
      throws IOException, PlatformException {
    String holder = endpoint.holder(wanted.port());
    if (holder != null && residents.outliving(folder).isPresent()) {
      // Its own old Redis: something of it is left. A start names it, an erasure ends it.
      return new Observed(Life.DEAD, true, null, null, second.has(), null);
    }
    return new Observed(Life.DEAD, folder.exists(), holder, null, second.has(), null);
  }

  private Observed living(
      DatabaseFolder folder, Resident resident, DatabaseSpec wanted, Second second)
      throws IOException, PlatformException {
    Replica replica = second.besideLiving();
    Report report;
    try {
      report = control.ask(folder);
      watches.keep(folder);
    } catch (Control.UnknownKey e) {
      throw Failures.unknownKey(resident.pid(), e);
    } catch (IOException _) {
      return residents.goneWithin(LONGEST_DYING, resident)
          ? dead(folder, wanted, second)
          : new Observed(Life.SILENT, true, null, null, replica, null);
    }
    if (!resident.runId().equals(report.facts().runId())) {
      residents.record(folder, resident.answering(report.facts().runId()));
    }
    new EngineLog(folder).rotate();
    if (!report.misery().isEmpty() || follows(folder, report, wanted)) {
      // As if its settings were not known: to configure it is to be told why it serves nobody, or
      // to have it take writes.
      return new Observed(heir(report, wanted), true, null, null, replica, report.facts());
    }
    return new Observed(
        life(folder, report, wanted), true, null, settings(report), replica, report.facts());
  }

  /// Whether it still follows the one that it is to take over from, or one that nobody wants. While
  /// there is an import it takes over the data of that.
  private static boolean follows(DatabaseFolder folder, Report report, DatabaseSpec wanted) {
    Link link = report.link();
    boolean stray = link != null && (link.port() == wanted.port() || !folder.scratch().exists());
    return stray && !report.loading();
  }

  private static Life heir(Report report, DatabaseSpec wanted) {
    Link link = report.link();
    if (link == null || link.port() != wanted.port() || !report.misery().isEmpty()) {
      return Life.UNREACHABLE;
    }
    return link.whole() ? Life.SUCCEEDING : Life.INCOMPLETE;
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
