package dev.slipway.platform.process;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Settings;
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
    replication = new Replication(control, key, endpoint, configurer);
    starter =
        new Starter(
            residents, groups, control, endpoint, engines, new Launcher(isolation), failpoints);
    inspection = new Inspection(residents, control, key, watches, certificates, endpoint);
  }

  @Override
  public Observed observe(int databaseId, Wanted wanted) throws PlatformException {
    Pair pair = pair(databaseId, wanted.spec());
    return Attempt.to(
        "look at the database",
        pair.primary().path(),
        () -> inspection.look(pair, this::resident, wanted));
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
      case START -> {
        if (wanted.spec().replication() && pair.primary().make()) {
          startBoth(pair, wanted);
        } else {
          start(pair.primary(), wanted, Part.PRIMARY);
        }
      }
      case CONFIGURE -> {
        replication.lead(pair, wanted);
        change(pair.primary(), resident(pair.primary()), wanted, Part.PRIMARY);
      }
      case FOLLOW -> follow(pair, wanted);
      case UNFOLLOW -> {
        stop(pair.replica());
        erase(pair.replica());
      }
      case FLUSH -> control.change(pair.primary(), List.of(List.of("FLUSHALL", "ASYNC")));
      case STOP -> stop(pair);
      case ERASE -> {
        stop(pair);
        groups.remove(pair.primary());
        groups.remove(pair.replica());
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

  /// A new pair comes up side by side: the second does not wait for the first to answer.
  private void startBoth(Pair pair, Wanted wanted) throws IOException, PlatformException {
    DatabaseFolder replica = pair.replica();
    replica.make();
    configurer.write(replica, wanted, Part.REPLICA);
    var _ = starter.begin(replica, new EngineLog(replica));
    bringUp(pair.primary(), wanted, Part.PRIMARY);
    follow(pair, wanted);
  }

  private void follow(Pair pair, Wanted wanted) throws IOException, PlatformException {
    start(pair.replica(), wanted, Part.REPLICA);
    replication.follow(pair.replica(), wanted.spec().port());
  }

  private void start(DatabaseFolder folder, Wanted wanted, Part part)
      throws IOException, PlatformException {
    DatabaseFolder first = folders.of(folder.id());
    if (!folder.equals(first)) {
      first.make();
    }
    if (!folder.make()) {
      Optional<Resident> resident = resident(folder);
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
    launch(folder, wanted, part);
    configurer.admit(folder, wanted);
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
  /// started without those of roles, and told of them one by one.
  private void launch(DatabaseFolder folder, Wanted wanted, Part part)
      throws IOException, PlatformException {
    try {
      configurer.write(folder, wanted, part);
      starter.launch(folder, wanted.spec(), part);
    } catch (PlatformException e) {
      if (!e.trouble().lasting() || wanted.users().isEmpty()) {
        throw e;
      }
      configurer.write(folder, Wanted.alone(wanted.spec()), part);
      starter.launch(folder, wanted.spec(), part);
    }
  }

  private void stop(Pair pair) throws IOException, PlatformException {
    stop(pair.replica());
    stop(pair.primary());
    primaries.remove(pair.primary().id());
  }

  private void stop(DatabaseFolder folder) throws IOException, PlatformException {
    watches.release(folder);
    ending.end(resident(folder), folder);
    if (folder.scratch().exists()) {
      ending.end(Optional.empty(), folder.scratch());
    }
  }

  /// The first one's folder holds the second's.
  private void erase(DatabaseFolder folder) throws IOException, PlatformException {
    groups.remove(folder);
    if (folder.equals(folders.of(folder.id()))) {
      folder.eraseFirst();
    } else {
      folder.erase();
    }
  }

  /// Who lives in the folder; where processes cannot be searched, whoever answers on its socket.
  private Optional<Resident> resident(DatabaseFolder folder) throws IOException {
    if (!folder.exists()) {
      return Optional.empty();
    }
    Optional<Resident> found = residents.of(folder);
    if (found.isPresent()) {
      return found;
    }
    try {
      Report report = control.ask(folder);
      return residents.named(report.pid(), report.facts().runId());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
