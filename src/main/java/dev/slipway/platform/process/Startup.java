package dev.slipway.platform.process;

import dev.slipway.model.Settings;
import dev.slipway.model.Wanted;
import dev.slipway.platform.PlatformException;
import dev.slipway.platform.process.Configurer.Part;
import java.io.IOException;
import java.util.Optional;

/// Has the Redis of a database run as it is wanted: takes those that live in its folders, starts
/// those that do not, and changes them within what the kernel lets them have.
record Startup(
    Household household,
    Starter starter,
    Configurer configurer,
    Replication replication,
    MemoryGroups groups,
    Ending ending) {
  /// Has the one that takes writes run. A new pair comes up side by side: the second does not wait
  /// for the first to answer.
  void start(Pair pair, Wanted wanted) throws IOException, PlatformException {
    DatabaseFolder replica = pair.replica();
    boolean isNew = wanted.spec().replication() && pair.primary().make() && replica.make();
    if (!isNew) {
      start(pair.primary(), wanted, Part.PRIMARY);
      return;
    }
    configurer.write(replica, wanted, Part.REPLICA);
    var _ = starter.begin(replica, new EngineLog(replica), Settings.maxMemory(wanted.spec()));
    bringUp(pair.primary(), wanted, Part.PRIMARY);
    follow(pair, wanted);
  }

  /// Has the other one run, and follow it.
  void follow(Pair pair, Wanted wanted) throws IOException, PlatformException {
    start(pair.replica(), wanted, Part.REPLICA);
    replication.follow(pair.replica(), wanted.spec().port());
  }

  private void start(DatabaseFolder folder, Wanted wanted, Part part)
      throws IOException, PlatformException {
    if (!folder.make()) {
      Optional<Resident> resident = household.resident(folder);
      if (resident.isPresent()) {
        starter.adopt(folder, resident.get());
        change(folder, resident, wanted, part);
        return;
      }
      ending.endSavers(folder);
      new UnfinishedSaves(folder).remove();
      folder.giveAll();
    }
    bringUp(folder, wanted, part);
  }

  private void bringUp(DatabaseFolder folder, Wanted wanted, Part part)
      throws IOException, PlatformException {
    if (launch(folder, wanted, part)) {
      configurer.recallAdmission(folder, wanted);
    } else {
      configurer.admit(folder, wanted);
    }
  }

  /// Changes a Redis that runs.
  void change(DatabaseFolder folder, Wanted wanted, Part part)
      throws IOException, PlatformException {
    change(folder, household.resident(folder), wanted, part);
  }

  /// The kernel's bound is widened before Redis may use more, and narrowed when it uses less.
  private void change(DatabaseFolder folder, Optional<Resident> resident, Wanted wanted, Part part)
      throws IOException, PlatformException {
    long maxMemory = Settings.maxMemory(wanted.spec());
    resident.ifPresent(redis -> groups.enclose(folder, redis.pid(), maxMemory));
    configurer.change(folder, wanted, part);
    resident.ifPresent(redis -> groups.fit(folder, redis.pid(), maxMemory));
  }

  /// One user with a rule that this engine does not know keeps Redis from starting. It is then
  /// started without those of roles, to be told of them one by one.
  ///
  /// @return whether it has read them all
  private boolean launch(DatabaseFolder folder, Wanted wanted, Part part)
      throws IOException, PlatformException {
    try {
      configurer.write(folder, wanted, part);
      starter.launch(folder, wanted.spec(), part);
      return true;
    } catch (PlatformException e) {
      if (!e.trouble().lasting() || wanted.users().isEmpty()) {
        throw e;
      }
      configurer.write(folder, Wanted.alone(wanted.spec()), part);
      starter.launch(folder, wanted.spec(), part);
      return false;
    }
  }
}
