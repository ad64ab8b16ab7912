package dev.slipway;

import dev.slipway.admin.AdminSide;
import dev.slipway.admin.MetricsSide;
import dev.slipway.admin.Readiness;
import dev.slipway.admin.metrics.DatabaseMetrics;
import dev.slipway.admin.metrics.OwnMetrics;
import dev.slipway.api.Api;
import dev.slipway.api.http.Sources;
import dev.slipway.cli.CredentialsFile;
import dev.slipway.cli.ServerProcess;
import dev.slipway.cli.ServerUrl;
import dev.slipway.cli.Service;
import dev.slipway.command.Handlers;
import dev.slipway.command.Weighed;
import dev.slipway.model.Counts;
import dev.slipway.model.Failpoints;
import dev.slipway.model.MemoryInUse;
import dev.slipway.model.Ref;
import dev.slipway.model.SlowLog;
import dev.slipway.model.TrustAnchor;
import dev.slipway.model.Unwritten;
import dev.slipway.platform.BoundedPlatform;
import dev.slipway.platform.CountedPlatform;
import dev.slipway.platform.Outbound;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Storage;
import dev.slipway.platform.process.Certificates;
import dev.slipway.platform.process.ProcessPlatform;
import dev.slipway.platform.storage.Storages;
import dev.slipway.reconcile.Carrier;
import dev.slipway.reconcile.CarrierLoop;
import dev.slipway.reconcile.Checkup;
import dev.slipway.reconcile.CheckupLoop;
import dev.slipway.reconcile.Doubts;
import dev.slipway.reconcile.Reconciler;
import dev.slipway.reconcile.ReconcilerLoop;
import dev.slipway.store.Store;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.store.sql.SecretBox;
import dev.slipway.store.sql.SqliteStore;
import dev.slipway.task.Sweeper;
import dev.slipway.task.TaskQueue;
import dev.slipway.task.TaskWorker;
import dev.slipway.task.WorkerLoop;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// The composition root: builds every object once, top to bottom in the order in which a request
/// flows, and ends them in the other order. Tests start this very class.
public final class Server implements Service {
  private static final int STARTS_AT_ONCE = 4 * Runtime.getRuntime().availableProcessors();
  private static final int ACTIONS_AT_ONCE = 32;

  /// For one that is stopped; with the last answers, which may take two seconds, less than five.
  private static final Duration LAST_GRACE = Duration.ofSeconds(2);

  private final Config config;
  private final LocalRedis redis;
  private final Counts counts = new Counts();
  private final Parts parts = new Parts();
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
    this.redis = LocalRedis.of(config);
    try {
      this.web = build(Essentials.of(config, failpoints), Signals.of(config));
    } catch (StoreUnavailable e) {
      close();
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private WebServer build(Essentials with, Signals signals) {
    Web address = new Web(config.host(), config.port(), tls(with));
    DataFolder folder = takeFolder(address);
    if (config.stopDatabasesOnExit()) {
      parts.atEnd(() -> redis.databases().endAll(LAST_GRACE, System.out::println));
    }
    byte[] key = folder.key(with.random());
    Store store = parts.closing(SqliteStore.open(folder.rows(), new SecretBox(key, with.random())));

    Certificates certificates = redis.certificates(with);
    ProcessPlatform platform = parts.closing(redis.platform(certificates, key, with.failpoints()));
    Doubts doubts = new Doubts();
    Api api = api(with, signals, store, platform::slowLog, certificates, doubts);
    TaskWorker worker = worker(with, signals, store, platform::memoryInUse);
    Reconciler reconciler = reconciler(with, store, platform);
    Checkup checkup = new Checkup(store, platform.gauge(), with.clock(), System::nanoTime);

    // What starts while the server listens already, and ends after it.
    Parts behind = parts.closing(new Parts());
    Readiness readiness = new Readiness("picking up what an earlier run left");
    MetricsSide metrics =
        metrics(with, store, folder.rows(), new DatabaseMetrics(store, checkup, doubts));
    Web.Sides sides = new Web.Sides(api, admin(with, signals, store), metrics, counts);
    WebServer server = address.listen(sides, readiness, with.clock());
    parts.atEnd(server::stop);
    parts.closing(signals.holds()); // ends first: a held poll is answered before the server ends
    tellWhereItIs(
        new Keys(store, config.data(), with.random(), with.clock()), config.url(server.port()));

    worker.takeOver();
    reconciler.takeOver();
    CarrierLoop transfers =
        behind.closing(new CarrierLoop(carrier(with, store, platform), signals.transfers()));
    CheckupLoop checkups = behind.closing(new CheckupLoop(checkup, with.limits().checkup()));
    Runnable caughtUp =
        () -> {
          readiness.ready();
          transfers.start();
          checkups.start();
        };
    ReconcilerLoop visits =
        behind.closing(new ReconcilerLoop(reconciler, doubts, signals.due(), caughtUp));
    platform.onSuspicion(id -> visits.look(Ref.database(id)));
    visits.start();
    behind.closing(WorkerLoop.start(worker, signals.lanes()));
    behind.closing(new SweeperLoop(new Sweeper(store, with.limits(), with.clock())));
    redis.remarkOn(platform);
    return server;
  }

  private Optional<SSLContext> tls(Essentials with) {
    return config
        .doors()
        .tls()
        .map(files -> TlsFiles.read(files, with.clock().instant()).context());
  }

  /// Makes no folder, and nothing in one that is there, when the port cannot be had. That another
  /// server has the folder is told before that it has the port.
  private DataFolder takeFolder(Web address) {
    if (Files.notExists(config.data())) {
      address.tryPort();
    }
    DataFolder folder = parts.closing(DataFolder.take(config.data()));
    register();
    address.tryPort();
    return folder;
  }

  /// At once: from here on `down` must find this server.
  private void register() {
    try {
      ServerProcess.current().register(config.data());
      parts.atEnd(() -> ServerProcess.unregister(config.data()));
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private CannotStart cannotWrite(IOException cause) {
    return new CannotStart(
        "the folder " + config.data() + " cannot be written (" + Reason.of(cause) + ")", cause);
  }

  private Api api(
      Essentials with,
      Signals signals,
      Store store,
      SlowLog slowLog,
      TrustAnchor trustAnchor,
      Unwritten unwritten) {
    TaskQueue queue =
        new TaskQueue(
            store,
            with.limits(),
            with.clock(),
            with.ids(),
            with.failpoints(),
            signals.lanes(),
            signals.verdicts());
    return new Api(
        config.names(),
        new Sources(config.doors().trustedProxies()),
        config.advertiseHost(),
        config.strict().contains(Config.Strict.RATE) ? Api.STRICT_RATE : Api.GENEROUS_RATE,
        with.catalogue(),
        with.limits(),
        store,
        queue,
        signals.holds(),
        slowLog,
        trustAnchor,
        unwritten,
        with.clock(),
        with.ids(),
        with.random());
  }

  private AdminSide admin(Essentials with, Signals signals, Store store) {
    return new AdminSide(
        store,
        config.doors().adminFrom(),
        new Sources(config.doors().trustedProxies()),
        with.clock(),
        with.ids(),
        with.random(),
        signals.due());
  }

  private MetricsSide metrics(Essentials with, Store store, Path rows, DatabaseMetrics databases) {
    return new MetricsSide(
        store,
        new OwnMetrics(store, counts, rows),
        databases,
        config.doors().adminFrom(),
        new Sources(config.doors().trustedProxies()),
        with.clock(),
        with.ids());
  }

  private TaskWorker worker(Essentials with, Signals signals, Store store, MemoryInUse memory) {
    Handlers handlers =
        new Handlers(with.catalogue(), with.limits(), redis.installation(), with.random());
    return new TaskWorker(
        store,
        new Weighed(handlers, store, memory),
        with.limits(),
        with.clock(),
        with.incarnation(),
        with.failpoints(),
        task -> {
          counts.finished(task);
          signals.finished(task.id());
        });
  }

  private Reconciler reconciler(Essentials with, Store store, Platform platform) {
    return new Reconciler(
        store,
        new CountedPlatform(
            new BoundedPlatform(platform, STARTS_AT_ONCE, ACTIONS_AT_ONCE),
            counts,
            System::nanoTime),
        with.limits(),
        with.catalogue(),
        with.clock(),
        with.incarnation(),
        with.clock().instant(),
        config.databasePorts().from(),
        config.databasePorts().to(),
        with.failpoints());
  }

  private Carrier carrier(Essentials with, Store store, ProcessPlatform platform) {
    Config.Outside outside = config.outside();
    Outbound outbound = new Outbound(outside.allowed());
    Storage storage = new Storages(outside.backupFolder(), outside.s3Endpoint(), outbound);
    Config.PortRange ports = config.internalPorts();
    return new Carrier(
        store, platform.transport(storage, outbound, ports.from(), ports.to()), with.clock());
  }

  private void tellWhereItIs(Keys keys, String url) {
    try {
      keys.makeFirst(url);
      CredentialsFile.in(config.data()).moveTo(url);
      ServerUrl.write(config.data(), url);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public int port() {
    return web.port();
  }

  @Override
  public int runningDatabases() {
    return redis.running();
  }

  /// Stops accepting, answers what is held, finishes what is running. Databases go on unless the
  /// configuration says otherwise. Only what this server took is ended: a start that found another
  /// server on the folder leaves that one alone.
  @Override
  public void close() {
    parts.close();
  }
}
