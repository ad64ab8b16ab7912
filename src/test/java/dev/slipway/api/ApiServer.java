package dev.slipway.api;

import dev.slipway.Config;
import dev.slipway.admin.AdminSide;
import dev.slipway.admin.Health;
import dev.slipway.admin.Readiness;
import dev.slipway.api.http.Listener;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Sources;
import dev.slipway.api.task.Holds;
import dev.slipway.command.Handlers;
import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.Catalogue;
import dev.slipway.model.Cidr;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Kind;
import dev.slipway.model.Limits;
import dev.slipway.model.Ref;
import dev.slipway.model.Role;
import dev.slipway.model.SlowLog;
import dev.slipway.model.Status;
import dev.slipway.model.Trouble;
import dev.slipway.model.Usage;
import dev.slipway.store.BreakableStore;
import dev.slipway.store.Tx;
import dev.slipway.store.sql.SqliteStore;
import dev.slipway.store.sql.Stores;
import dev.slipway.task.TaskQueue;
import dev.slipway.task.TaskWorker;
import dev.slipway.task.Verdicts;
import io.helidon.webserver.WebServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// A real web server with the API over a real store, whose tasks and resources move only when a
/// test says so.
public final class ApiServer implements AutoCloseable {
  /// The name that endpoints carry, and a name that the server goes by.
  public static final String HOST = "redis.example.com";

  private static final String OWNER = "slipway";
  private static final String ANYWHERE = "0.0.0.0/0";

  private final AtomicReference<Instant> now = new AtomicReference<>(Stores.START);
  private final AtomicLong nanos = new AtomicLong();
  private final Readiness readiness = new Readiness("work is picked up");
  private final AtomicReference<SlowLog> slowLog = new AtomicReference<>(_ -> Optional.empty());
  private final AtomicReference<Optional<String>> trustAnchor =
      new AtomicReference<>(Optional.empty());
  private final Set<Ref> doubted = ConcurrentHashMap.newKeySet();
  private final Holds holds = Holds.open();
  private final BreakableStore store;
  private final TaskWorker worker;
  private final WebServer web;
  private final List<Operation> operations;

  private ApiServer(Path folder, Making making) {
    Limits limits = making.limits();
    Sources sources = making.sources();
    Catalogue catalogue = making.catalogue();
    // Migrated once for all tests, and copied.
    Stores.inline(folder).close();
    store = new BreakableStore(SqliteStore.open(folder.resolve("slipway.db"), Stores.box()));
    var queue =
        new TaskQueue(
            store,
            limits,
            now::get,
            UUID::randomUUID,
            Failpoints.OFF,
            () -> {},
            new Verdicts(Duration.ZERO));
    var random = new SplittableRandom(7);
    worker =
        new TaskWorker(
            store,
            new Handlers(catalogue, limits, making.installation(), random),
            limits,
            now::get,
            OWNER,
            Failpoints.OFF,
            task -> holds.taskFinished(task.id()));
    var api =
        new Api(
            Set.of(HOST),
            sources,
            HOST,
            making.requestsPerMinute(),
            catalogue,
            limits,
            store,
            queue,
            holds,
            id -> slowLog.get().latest(id),
            trustAnchor::get,
            doubted::contains,
            now::get,
            UUID::randomUUID,
            random);
    operations = api.operations();
    var admin =
        new AdminSide(
            store,
            Config.Doors.STANDARD.adminFrom(),
            sources,
            now::get,
            UUID::randomUUID,
            random,
            () -> {});
    var listener = new Listener(api.hosts(), now::get);
    var routing =
        listener
            .routing()
            .register(Health.PATH, new Health(readiness))
            .register("/", api.library())
            .any(AdminSide.PATH, admin.handler())
            .any(api.handler(nanos::get));
    web =
        listener
            .configure(WebServer.builder())
            .host("127.0.0.1")
            .port(0)
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ZERO)
            .routing(routing)
            .build()
            .start();
  }

  /// With room for whatever a test does.
  public static ApiServer start(Path folder) {
    return start(folder, Making.USUAL);
  }

  /// Made of these parts.
  public static ApiServer start(Path folder, Making making) {
    return new ApiServer(folder, making);
  }

  /// With these limits.
  public static ApiServer start(Path folder, long requestsPerMinute, Limits limits) {
    return start(folder, Making.USUAL.at(requestsPerMinute).within(limits));
  }

  /// Behind these proxies.
  public static ApiServer behind(Path folder, String proxies) {
    return start(folder, Making.USUAL.behind(new Sources(Cidr.list(proxies))));
  }

  /// Adds an account, and an owner with the keys `account-n` and `owner-n`.
  public Client owner(int number) {
    return owner(number, Account.Plan.FLEXIBLE, true);
  }

  /// The same on another plan.
  public Client owner(int number, Account.Plan plan, boolean apiEnabled) {
    var account =
        new Account(new AccountId(number), "account " + number, plan, apiEnabled, Stores.START);
    store.write(
        tx -> {
          tx.accounts().add(account, sha256("account-" + number));
          return true;
        });
    return user(number, Role.OWNER, ANYWHERE);
  }

  /// The owner of an account that another server on the same folder has added.
  public Client ownerAgain(int number) {
    return new Client(web.port(), "account-" + number, key(number, Role.OWNER, ANYWHERE));
  }

  private static String key(int number, Role role, String source) {
    return role + "-" + source + "-" + number;
  }

  /// Adds a user to an account, with a key for this role and source.
  public Client user(int number, Role role, String source) {
    String key = key(number, role, source);
    store.write(
        tx -> {
          var account = new AccountId(number);
          int user =
              tx.accounts()
                  .addUser(account, role.wire(), role + "@example.com", role, Stores.START);
          tx.accounts()
              .addKey(account, user, "key-of-" + role, sha256(key), List.of(source), Stores.START);
          return true;
        });
    return new Client(web.port(), "account-" + number, key);
  }

  /// Makes this the token of the admin side.
  public void adminToken(String token) {
    store.write(
        tx -> {
          tx.accounts().replaceAdminToken(sha256(token));
          return true;
        });
  }

  /// Somebody with these keys.
  public Client stranger(String accountKey, String userKey) {
    return new Client(web.port(), accountKey, userKey);
  }

  /// Gives every waiting task its verdict.
  public void process() {
    for (var claims = worker.claim(10); !claims.isEmpty(); claims = worker.claim(10)) {
      claims.forEach(worker::process);
    }
  }

  /// What another part of the program does to the rows.
  public void write(Function<Tx, Boolean> work) {
    store.write(work);
  }

  /// The time that it goes by.
  public Instant now() {
    return now.get();
  }

  /// Settles a resource, as the reconciler would.
  public void settle(Kind kind, int id, Status status) {
    store.write(
        tx -> {
          var ref = new Ref(kind, id);
          var row = tx.work().lease(ref, OWNER, now.get(), now.get().plusSeconds(1)).orElseThrow();
          tx.work().settle(row, OWNER, status, null, now.get());
          tx.work().release(row, OWNER, now.get());
          return true;
        });
  }

  /// Says of a database of account 1 that it runs, as the reconciler would.
  public void runs(int databaseId, Usage.Terms terms, Instant since) {
    store.write(
        tx -> {
          tx.meter().runs(new AccountId(1), databaseId, terms, since);
          return true;
        });
  }

  /// The same that it does not run any more.
  public void stops(int databaseId, Instant since) {
    store.write(
        tx -> {
          tx.meter().stops(databaseId, since);
          return true;
        });
  }

  /// Notes what went wrong with a resource, as the reconciler would.
  public void failed(Kind kind, int id, Trouble trouble) {
    store.write(
        tx -> {
          var ref = new Ref(kind, id);
          var row = tx.work().lease(ref, OWNER, now.get(), now.get().plusSeconds(1)).orElseThrow();
          tx.work().tried(row, OWNER, 1, "the look failed", null, trouble);
          tx.work().release(row, OWNER, now.get());
          return true;
        });
  }

  /// Removes the row of a resource that is being deleted, as the reconciler would.
  public void forget(Kind kind, int id) {
    store.write(
        tx -> {
          var ref = new Ref(kind, id);
          var row = tx.work().lease(ref, OWNER, now.get(), now.get().plusSeconds(1)).orElseThrow();
          return tx.work().forget(row, OWNER);
        });
  }

  /// From now on databases say this of what took long; before, none of them answers.
  public void slowLog(SlowLog log) {
    slowLog.set(log);
  }

  /// From now on this certificate vouches for those of databases; before, its file is no good.
  public void trustAnchor(String pem) {
    trustAnchor.set(Optional.of(pem));
  }

  /// From now on this database is in doubt, and its row cannot be told.
  public void doubt(int databaseId) {
    doubted.add(Ref.database(databaseId));
  }

  /// Not any more.
  public void trust(int databaseId) {
    doubted.remove(Ref.database(databaseId));
  }

  /// Reads rows.
  public <R> R read(Function<Tx, R> work) {
    return store.read(work);
  }

  /// Answers the polls that are held, as a shutdown does first.
  public void release() {
    holds.close();
  }

  /// Lets time pass.
  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    setClock(time);
  }

  /// Sets the clock forward, or back, while no time passes.
  public void setClock(Duration change) {
    now.updateAndGet(instant -> instant.plus(change));
  }

  /// Where a test may say that the server is ready.
  public Readiness readiness() {
    return readiness;
  }

  /// All that it can do.
  public List<Operation> operations() {
    return operations;
  }

  /// The port that it listens on.
  public int port() {
    return web.port();
  }

  /// From now on every read and write fails in this way.
  public void breakStore(RuntimeException failure) {
    store.breakWith(failure);
  }

  @Override
  public void close() {
    holds.close();
    web.stop();
    store.close();
  }

  private static String sha256(String key) {
    try {
      byte[] text = key.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
