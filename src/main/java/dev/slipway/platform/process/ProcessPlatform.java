package dev.slipway.platform.process;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Failpoints;
import dev.slipway.model.SlowLog;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Action;
import dev.slipway.platform.Gauge;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Outbound;
import dev.slipway.platform.Platform;
import dev.slipway.platform.PlatformException;
import dev.slipway.platform.Storage;
import dev.slipway.platform.Transport;
import dev.slipway.platform.process.Configurer.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Databases as Redis processes on this machine (architecture 8). They go on when this is closed,
/// and the next one finds them again.
public final class ProcessPlatform implements Platform, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int LOCKS = 256;

  private final Isolation isolation;
  private final DatabaseFolders folders;
  private final PublicEndpoint endpoint;
  private final Deadlines deadlines = new Deadlines(PATIENCE);
  private final SocketPaths sockets = new SocketPaths();
  private final ProcessTable processes = new ProcessTable();
  private final Residents residents = new Residents(processes);
  private final MemoryGroups groups;
  private final Ending ending;
  private final ControlKey key;
  private final Control control;
  private final Watches watches;
  private final Configurer configurer;
  private final Starter starter;
  private final Household household;
  private final Startup startup;
  private final Replication replication;
  private final Map<Integer, DatabaseFolder> primaries = new ConcurrentHashMap<>();
  private final Inspection inspection;

  /// One action at a time for each database; databases that share a lock only wait.
  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

  /// Opens the platform; makes `databases/` below the data folder when it is not there.
  ///
  /// @param dataFolder holds `databases/<id>/`
  /// @param bindHost the address or name that databases listen on
  /// @param searchPath folders to search for programs, as in the environment's `PATH`
  /// @param certificates what databases with TLS are known by
  /// @param secret the secret that the passwords of Slipway's own user in each database are made
  ///   of: at least 32 bytes, the same at every start
  public ProcessPlatform(
      Path dataFolder,
      String bindHost,
      Engines engines,
      String searchPath,
      Certificates certificates,
      byte[] secret,
      Failpoints failpoints)
      throws IOException {
    isolation = Isolation.detect(searchPath);
    InetAddress bind = InetAddress.getByName(bindHost);
    key = new ControlKey(secret);
    endpoint = new PublicEndpoint(bind, new PortHolder(processes), deadlines);
    folders = DatabaseFolders.in(dataFolder, isolation.ownUsers());
    groups = MemoryGroups.of(folders);
    ending = new Ending(residents, groups, Ending.USUAL, (_, _) -> Patience.NONE);
    control = new Control(sockets, key, deadlines);
    watches = new Watches(control, deadlines);
    configurer =
        new Configurer(control, key, certificates, endpoint.directive(), !isolation.ownSession());
    replication = new Replication(control, key, endpoint, configurer, failpoints);
    starter =
        new Starter(
            residents, groups, control, endpoint, engines, new Launcher(isolation), failpoints);
    household = new Household(residents, control);
    startup = new Startup(household, starter, configurer, replication, groups, ending);
    inspection = new Inspection(residents, control, key, watches, certificates, endpoint);
  }

  @Override
  public Observed observe(int databaseId, Wanted wanted) throws PlatformException {
    Pair pair = pair(databaseId, wanted.spec());
    return Attempt.to(
        "look at the database",
        pair.primary().path(),
        () -> inspection.look(pair, household, wanted));
  }

  @Override
  public boolean ended(int databaseId) {
    try {
      return residents.ended(primary(databaseId));
    } catch (IOException _) {
      return false; // a whole look says what is wrong with the folder
    }
  }

  @Override
  public boolean free(int port) {
    return endpoint.free(port);
  }

  @Override
  public void apply(Action action, int databaseId, Wanted wanted) throws PlatformException {
    Pair pair = pair(databaseId, wanted.spec());
    String intent = action.name().toLowerCase(Locale.ROOT) + " the database";
    ReentrantLock lock = locks.get(databaseId % LOCKS);
    lock.lock();
    try {
      var _ = Attempt.to(intent, pair.primary().path(), () -> act(action, pair, wanted));
    } finally {
      lock.unlock();
    }
  }

  private Action act(Action action, Pair pair, Wanted wanted)
      throws IOException, PlatformException {
    switch (action) {
      case START -> startup.start(pair, wanted);
      case CONFIGURE -> {
        replication.lead(pair, wanted);
        startup.change(pair.primary(), wanted, Part.PRIMARY);
      }
      case FOLLOW -> startup.follow(pair, wanted);
      case UNFOLLOW -> {
        stop(pair.replica());
        erase(pair.replica());
      }
      case FLUSH -> control.change(pair.primary(), List.of(List.of("FLUSHALL", "ASYNC")));
      case STOP -> stop(pair);
      case ERASE -> {
        stop(pair);
        DatabaseFolder first = folders.of(pair.primary().id());
        first.scratch().erase();
        first.erase();
      }
    }
    return action;
  }

  private Pair pair(int databaseId, DatabaseSpec wanted) {
    Pair pair = Pair.of(folders.of(databaseId), wanted);
    primaries.put(databaseId, pair.primary());
    return pair;
  }

  /// Where the one lives that was to take writes when this was last asked for.
  private DatabaseFolder primary(int databaseId) {
    return primaries.getOrDefault(databaseId, folders.of(databaseId));
  }

  /// What took long on a database; empty when its Redis does not answer in time.
  public Optional<List<SlowLog.Entry>> slowLog(int databaseId) {
    try {
      return Optional.of(SlowCommands.of(primary(databaseId), control));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Asks these databases for their numbers.
  public Gauge gauge() {
    return new HeldGauge(watches, this::primary);
  }

  /// How many bytes a database uses; empty when its Redis does not answer in time.
  public OptionalLong memoryInUse(int databaseId) {
    try {
      return OptionalLong.of(control.usedMemory(primary(databaseId)));
    } catch (IOException _) {
      return OptionalLong.empty();
    }
  }

  /// Moves data of these databases to these storages and from there.
  ///
  /// @param outbound where a Redis may be that is imported from
  /// @param firstPort of those that an import may use on loopback for a moment
  public Transport transport(Storage storage, Outbound outbound, int firstPort, int lastPort) {
    ScratchRedis scratch =
        new ScratchRedis(control, configurer, starter, residents, ending, firstPort, lastPort);
    Fetching fetching = new Fetching(this::primary, control, deadlines, storage, outbound);
    return new ProcessTransport(this::primary, control, key, storage, fetching, scratch);
  }

  @Override
  public void onSuspicion(IntConsumer look) {
    watches.onSuspicion(look);
  }

  /// Why databases do not run as users of their own although this program is root, for the line
  /// that says it is ready; empty when there is nothing to say.
  public Optional<String> remark() {
    return isolation.whyNoOwnUsers().map(reason -> "Databases run as root: " + reason + ".");
  }

  /// Lets go of the databases, which go on.
  @Override
  public void close() throws IOException {
    watches.close();
    deadlines.close();
    sockets.close();
  }

  private void stop(Pair pair) throws IOException, PlatformException {
    stop(pair.replica());
    stop(pair.primary());
    primaries.remove(pair.primary().id());
  }

  private void stop(DatabaseFolder folder) throws IOException, PlatformException {
    watches.release(folder);
    ending.end(household.resident(folder), folder);
    if (folder.scratch().exists()) {
      ending.end(Optional.empty(), folder.scratch());
    }
  }

  /// The first one's folder holds the second's.
  private void erase(DatabaseFolder folder) throws IOException {
    if (folder.equals(folders.of(folder.id()))) {
      folder.eraseFirst();
    } else {
      folder.erase();
    }
  }
}
