package dev.slipway.platform.process;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Looks at a database from all sides: its folder, its process, its control socket and its public
/// port.
record Inspection(
    Residents residents,
    Control control,
    ControlKey key,
    Watches watches,
    PublicEndpoint endpoint) {
  /// A dying process closes its connections a moment before it is gone.
  private static final Duration LONGEST_DYING = Duration.ofMillis(100);

  /// What is there.
  ///
  /// @param resident the process in the folder, if there is one
  Observed look(DatabaseFolder folder, Optional<Resident> resident, DatabaseSpec wanted)
      throws IOException, PlatformException {
    return resident.isEmpty() ? dead(folder, wanted) : living(folder, resident.get(), wanted);
  }

  private Observed dead(DatabaseFolder folder, DatabaseSpec wanted)
      throws IOException, PlatformException {
    String holder = endpoint.holder(wanted.port());
    if (holder != null && residents.outliving(folder).isPresent()) {
      // Its own old Redis: something of it is left. A start names it, an erasure ends it.
      return new Observed(Life.DEAD, true, null, null, null);
    }
    return new Observed(Life.DEAD, folder.exists(), holder, null, null);
  }

  private Observed living(DatabaseFolder folder, Resident resident, DatabaseSpec wanted)
      throws IOException, PlatformException {
    Report report;
    try {
      report = control.ask(folder);
      watches.keep(folder);
    } catch (Control.UnknownKey e) {
      throw Failures.unknownKey(resident.pid(), e);
    } catch (IOException _) {
      return residents.goneWithin(LONGEST_DYING, resident)
          ? dead(folder, wanted)
          : new Observed(Life.SILENT, true, null, null, null);
    }
    if (!resident.runId().equals(report.facts().runId())) {
      residents.record(folder, resident.answering(report.facts().runId()));
    }
    new EngineLog(folder).rotate();
    if (!report.misery().isEmpty()) {
      // As if its settings were not known: to configure it is to be told why it serves nobody.
      return new Observed(Life.UNREACHABLE, true, null, null, report.facts());
    }
    return new Observed(
        life(folder, report, wanted), true, null, report.settings(), report.facts());
  }

  private Life life(DatabaseFolder folder, Report report, DatabaseSpec wanted) {
    if (report.loading()) {
      return Life.LOADING;
    }
    List<String> login =
        wanted.access().defaultUser()
            ? List.of("AUTH", "default", wanted.access().password().clear())
            : List.of("AUTH", Users.CONTROL, key.password(folder.id()));
    return endpoint.serves(wanted.port(), login, report.facts().runId())
        ? Life.SERVING
        : Life.UNREACHABLE;
  }
}
