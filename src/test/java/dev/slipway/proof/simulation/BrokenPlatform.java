package dev.slipway.proof.simulation;

import dev.slipway.model.Settings;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Observed.Replica;
import dev.slipway.platform.Platform;
import dev.slipway.platform.PlatformException;
import java.util.function.IntConsumer;

/// Ways to break the view of the world.
final class BrokenPlatform implements Platform {
  private final Platform platform;
  private final Fault fault;

  /// What is wrong.
  enum Fault {
    NOTICES_NO_DEATH,
    TAKES_LOADING_FOR_SERVING,
    SEES_NO_FOLDER,
    STARTS_IN_AN_EMPTY_FOLDER,
    STARTS_NOTHING,
    CONFIGURES_NOTHING,
    SHOOTS_THE_SILENT,
    TAKES_OVER_UNTOLD
  }

  BrokenPlatform(Platform platform, Fault fault) {
    this.platform = platform;
    this.fault = fault;
  }

  @Override
  public Observed observe(int databaseId, Wanted wanted) throws PlatformException {
    Observed seen = platform.observe(databaseId, wanted);
    if (fault == Fault.SHOOTS_THE_SILENT && seen.process() == Life.SILENT) {
      platform.apply(Action.STOP, databaseId, wanted);
    }
    if (fault == Fault.TAKES_OVER_UNTOLD && seen.replica() == Replica.FOLLOWING) {
      var other = new Wanted(wanted.spec().takenOver(), wanted.users());
      platform.apply(Action.CONFIGURE, databaseId, other);
    }
    if (fault == Fault.TAKES_LOADING_FOR_SERVING && seen.process() == Life.LOADING) {
      return new Observed(
          Life.SERVING, true, null, Settings.wantedBy(wanted), seen.replica(), null);
    }
    return fault == Fault.SEES_NO_FOLDER
        ? new Observed(
            seen.process(), false, seen.portHolder(), seen.settings(), seen.replica(), seen.facts())
        : seen;
  }

  @Override
  public boolean ended(int databaseId) {
    return platform.ended(databaseId);
  }

  @Override
  public boolean free(int port) {
    return platform.free(port);
  }

  @Override
  public void apply(Action action, int databaseId, Wanted wanted) throws PlatformException {
    if (fault == Fault.CONFIGURES_NOTHING && action == Action.CONFIGURE) {
      return;
    }
    if (fault == Fault.STARTS_NOTHING && action == Action.START) {
      return;
    }
    if (fault == Fault.STARTS_IN_AN_EMPTY_FOLDER && action == Action.START) {
      platform.apply(Action.ERASE, databaseId, wanted);
    }
    platform.apply(action, databaseId, wanted);
  }

  @Override
  public void onSuspicion(IntConsumer look) {
    if (fault != Fault.NOTICES_NO_DEATH) {
      platform.onSuspicion(look);
    }
  }
}
