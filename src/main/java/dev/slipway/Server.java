package dev.slipway;

import dev.slipway.admin.Health;
import dev.slipway.admin.Readiness;
import dev.slipway.api.Api;
import dev.slipway.api.CatalogueFile;
import dev.slipway.api.http.Listener;
import dev.slipway.api.task.Holds;
import dev.slipway.cli.CredentialsFile;
import dev.slipway.cli.ServerProcess;
import dev.slipway.cli.Service;
import dev.slipway.command.Handlers;
import dev.slipway.command.Installation;
import dev.slipway.model.Bell;
import dev.slipway.model.Catalogue;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Limits;
import dev.slipway.model.Ref;
import dev.slipway.model.TimeOrderedIds;
import dev.slipway.platform.PlatformException;
import dev.slipway.platform.process.Engines;
import dev.slipway.platform.process.ProcessPlatform;
import dev.slipway.platform.process.RunningDatabases;
import dev.slipway.reconcile.Reconciler;
import dev.slipway.reconcile.ReconcilerLoop;
import dev.slipway.store.Store;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.store.sql.SecretBox;
import dev.slipway.store.sql.SqliteStore;
import dev.slipway.task.Sweeper;
import dev.slipway.task.TaskQueue;
import dev.slipway.task.TaskWorker;
import dev.slipway.task.Verdicts;
import dev.slipway.task.WorkerLoop;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The composition root: builds every object once, top to bottom in the order in which a request
/// flows, and ends them in the other order. Tests start this very class.
public final class Server implements Service {
  private static final System.Logger LOG = System.getLogger(Server.class.getName());
  private static final Duration ANSWER_WAITS = Duration.ofMillis(100);
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

  private final Config config;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final WebServer web;

  /// Starts a server; it accepts requests when this returns, and is ready soon after.
  ///
  /// @throws CannotStart for a reason that the user can mend
  public static Server start(Config config) {
    return start(config, CrashOnPurpose.in(System.getenv()));
  }

  /// The same, with places to crash at.
  public static Server start(Config config, Failpoints failpoints) {
    return new Server(config, failpoints);
  }

  private Server(Config config, Failpoints failpoints) {
    this.config = config;
    try {
      this.web = build(failpoints);
    } catch (StoreUnavailable e) {
      close();
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private WebServer build(Failpoints failpoints) {
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    TimeOrderedIds ids = new TimeOrderedIds(clock, random);
    String incarnation = ids.get().toString();
    Limits limits = Limits.standard();
    Catalogue catalogue = catalogue();

    DataFolder folder = closing(DataFolder.take(config.data()));
    if (config.stopDatabasesOnExit()) {
      parts.push(() -> new RunningDatabases(config.data()).endAll());
    }
    byte[] key = folder.key(random);
    Store store = closing(SqliteStore.open(folder.rows(), new SecretBox(key, random)));

    Bell lanes = new Bell();
    Verdicts verdicts = new Verdicts(ANSWER_WAITS);
    TaskQueue queue = new TaskQueue(store, limits, clock, ids, failpoints, lanes, verdicts);

    Bell due = new Bell();
    Holds holds = config.heldPolls() ? Holds.open() : Holds.closed();
    Engines engines = new Engines(null, System.getenv().getOrDefault("PATH", ""), config.data());
    Handlers handlers = new Handlers(catalogue, limits, installation(engines), random);
    TaskWorker worker =
        new TaskWorker(
            store,
            handlers,
            limits,
            clock,
            incarnation,
            failpoints,
            task -> {
              verdicts.given(task);
              holds.taskFinished(task);
              due.run();
            });

    ProcessPlatform platform = closing(platform(engines, key, failpoints));
    Reconciler reconciler =
        new Reconciler(
            store,
            platform,
            limits,
            clock,
            incarnation,
            config.databasePorts().from(),
            config.databasePorts().to(),
            failpoints);

    Readiness readiness = new Readiness("picking up what an earlier run left");
    Api api =
        new Api(
            config.names(),
            config.advertiseHost(),
            config.strict().contains(Config.Strict.RATE) ? Api.STRICT_RATE : Api.GENEROUS_RATE,
            catalogue,
            limits,
            store,
            queue,
            holds,
            clock,
            ids,
            random);
    WebServer server = listen(api, readiness, clock);
    tellWhereItIs(new Keys(store, config.data(), random, clock), server.port());

    worker.takeOver();
    reconciler.takeOver();
    ReconcilerLoop visits = closing(ReconcilerLoop.start(reconciler, due, readiness::ready));
    platform.onSuspicion(id -> visits.look(Ref.database(id)));
    closing(WorkerLoop.start(worker, lanes));
    closing(new SweeperLoop(new Sweeper(store, limits, clock)));
    remark(platform);
    Thread.ofPlatform().daemon(true).name("engine").start(() -> findEngine(engines));
    parts.push(server::stop);
    parts.push(holds); // first: a poll that is held is answered before the server ends
    return server;
  }

  private Catalogue catalogue() {
    return config.catalogue().map(Server::readCatalogue).orElseGet(CatalogueFile::builtIn);
  }

  private static Catalogue readCatalogue(java.nio.file.Path file) {
    try {
      return CatalogueFile.read(file);
    } catch (IllegalArgumentException | IOException e) {
      throw new CannotStart("--catalogue: " + e.getMessage(), e);
    }
  }

  private Installation installation(Engines engines) {
    boolean strict = config.strict().contains(Config.Strict.ENGINE);
    return new Installation(
        config.databasePorts().from(),
        config.databasePorts().to(),
        strict,
        strict ? List.of(installedVersion(engines)) : List.of());
  }

  /// What the operator should know of how databases run here.
  private void remark(ProcessPlatform platform) {
    platform.remark().ifPresent(remark -> LOG.log(System.Logger.Level.WARNING, remark));
    try {
      for (long pid : new RunningDatabases(config.data()).orphans()) {
        LOG.log(
            System.Logger.Level.WARNING,
            "process " + pid + " is a Redis whose folder is gone; kill " + pid + " ends it");
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "left-over processes could not be looked for", e);
    }
  }

  /// Ahead of the first database, which would wait for it.
  private static void findEngine(Engines engines) {
    try {
      LOG.log(
          System.Logger.Level.INFO,
          "databases run on " + engines.engine().name() + " " + engines.engine().version());
    } catch (PlatformException e) {
      LOG.log(System.Logger.Level.WARNING, e.getMessage());
    }
  }

  private static String installedVersion(Engines engines) {
    try {
      return engines.engine().version();
    } catch (PlatformException e) {
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    }
  }

  private ProcessPlatform platform(Engines engines, byte[] key, Failpoints failpoints) {
    try {
      return new ProcessPlatform(
          config.data(),
          config.host(),
          engines,
          System.getenv().getOrDefault("PATH", ""),
          key,
          failpoints);
    } catch (IOException e) {
      throw new CannotStart("databases cannot be kept below " + config.data() + ": " + e, e);
    }
  }

  private WebServer listen(Api api, Readiness readiness, InstantSource clock) {
    HttpRouting.Builder routing =
        Listener.routing().register(Health.PATH, new Health(readiness)).any(api.handler());
    InetAddress address = portToListenOn();
    WebServer server =
        Listener.configure(WebServer.builder(), clock)
            .address(address)
            .port(config.port())
            .shutdownHook(false)
            .shutdownGracePeriod(LAST_ANSWERS)
            .routing(routing)
            .build()
            .start();
    if (!server.isRunning()) {
      throw portNotFree(new BindException("somebody was faster"));
    }
    return server;
  }

  /// Tries the port: Helidon itself, when it cannot have one, logs that and goes on without.
  private InetAddress portToListenOn() {
    try {
      InetAddress address = InetAddress.getByName(config.host());
      new ServerSocket(config.port(), 0, address).close();
      return address;
    } catch (IOException e) {
      throw portNotFree(e);
    }
  }

  private CannotStart portNotFree(IOException cause) {
    return new CannotStart(
        "port %d of %s cannot be had (%s): end what listens there, or name another with --port or --host"
            .formatted(config.port(), config.host(), cause.getMessage()),
        cause);
  }

  private void tellWhereItIs(Keys keys, int port) {
    try {
      keys.makeFirst(config.url(port));
      CredentialsFile.in(config.data()).moveTo(config.url(port));
      ServerProcess.current().register(config.data());
      parts.push(() -> ServerProcess.unregister(config.data()));
    } catch (IOException e) {
      throw new CannotStart("the folder " + config.data() + " cannot be written: " + e, e);
    }
  }

  private <T extends AutoCloseable> T closing(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public int port() {
    return web.port();
  }

  @Override
  public int runningDatabases() {
    try {
      return new RunningDatabases(config.data()).list().size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stops accepting, answers what is held, finishes what is running. Databases go on unless the
  /// configuration says otherwise. Only what this server took is ended: a start that found another
  /// server on the folder leaves that one alone.
  @Override
  public void close() {
    parts.forEach(Server::end);
    parts.clear();
  }

  private static void end(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.ERROR, "a part did not end as it should", e);
    }
  }
}
