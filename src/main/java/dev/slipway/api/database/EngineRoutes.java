package dev.slipway.api.database;

import static dev.slipway.api.http.Parameter.optional;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.resource.Rows;
import dev.slipway.model.Crdb;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.SlowLog;
import dev.slipway.model.Status;
import dev.slipway.model.TrustAnchor;
import dev.slipway.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What only the running Redis of a database can tell.
public final class EngineRoutes {
  private static final String ONE = "/subscriptions/{subscriptionId}/databases/{databaseId}";

  private final Store store;
  private final SlowLog slowLog;
  private final TrustAnchor trustAnchor;

  /// From these rows and these databases.
  public EngineRoutes(Store store, SlowLog slowLog, TrustAnchor trustAnchor) {
    this.store = store;
    this.slowLog = slowLog;
    this.trustAnchor = trustAnchor;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                ONE + "/slow-log", "getSlowLog", "Lists the commands that took long on a database")
            .asking(
                optional(
                    "regionName",
                    String.class,
                    "which region of an Active-Active database; others have one"))
            .shows(Entries.class, this::slowLog),
        Operation.get(
                ONE + "/certificate",
                "getSubscriptionDatabaseCertificate",
                "Shows the certificate with which a database encrypts")
            .shows(Certificate.class, this::certificate));
  }

  record Entries(List<Entry> entries, List<Link> links) {}

  /// @param duration in microseconds
  record Entry(long id, Instant startTime, long duration, String arguments) {
    private static Entry of(SlowLog.Entry entry) {
      return new Entry(
          entry.id(),
          entry.startedAt(),
          TimeUnit.MICROSECONDS.convert(entry.took()),
          entry.command());
    }
  }

  private Answer slowLog(Call call) {
    var database = database(call);
    region(database.spec(), call.query().get("regionName"));
    if (!runs(database.status())) {
      throw Refusal.of(
          ProblemType.DATABASE_NOT_ACTIVE,
          "database " + database.id() + " is not active, and only a running Redis has a slow log.");
    }
    var entries =
        slowLog
            .latest(database.id())
            .orElseThrow(
                () ->
                    Refusal.later(
                        503,
                        "The Redis of database "
                            + database.id()
                            + " does not answer; ask again in a moment.",
                        Duration.ofSeconds(1)));
    return Answer.ok(new Entries(entries.stream().map(Entry::of).toList(), Link.self(call)));
  }

  /// All regions have one Redis and so one slow log; which one is meant must be said nevertheless.
  private static void region(DatabaseSpec database, @Nullable String asked) {
    var regions = database.locals().stream().map(Crdb.Local::region).toList();
    if (!regions.isEmpty() && (asked == null || !regions.contains(asked))) {
      throw Refusal.of(
          400, "regionName of an Active-Active database must be one of " + regions + ".");
    }
  }

  private static boolean runs(Status status) {
    return switch (status) {
      case Status.Active _, Status.Changing _ -> true;
      case Status.Pending _, Status.Failed _, Status.Deleting _ -> false;
    };
  }

  /// @param publicCertificatePEMString X.509 in PEM: who trusts it can tell the database from
  ///   others
  record Certificate(String publicCertificatePEMString) {}

  /// Terraform asks for the certificate of every Active-Active database, also where TLS is off, and
  /// a refusal fails its read (client-contract 6, trap 25).
  private Answer certificate(Call call) {
    var database = database(call);
    if (!database.spec().access().tls() && database.spec().crdb() == null) {
      throw Refusal.of(
          ProblemType.DATABASE_MISSING_CERT,
          "database "
              + database.id()
              + " has no certificate, because its enableTls is false. PUT the database with"
              + " enableTls true first.");
    }
    return trustAnchor
        .pem()
        .map(pem -> Answer.ok(new Certificate(pem)))
        .orElseThrow(
            () ->
                Refusal.of(
                    500,
                    "The file with the certificates of this server cannot be used; its log says"
                        + " why, and whoever runs the server can mend it."));
  }

  private Resource<DatabaseSpec> database(Call call) {
    return store.read(tx -> Rows.database(tx, call, Rows.subscription(tx, call)));
  }
}
