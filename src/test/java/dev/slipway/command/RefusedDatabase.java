package dev.slipway.command;

import static dev.slipway.model.ProblemType.*;

import dev.slipway.model.DatabaseDraft;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseSpec.Alert;
import dev.slipway.model.DatabaseSpec.Backup;
import dev.slipway.model.DatabaseSpec.Size;
import dev.slipway.model.DatabaseSpec.SyncSource;
import dev.slipway.model.DatabaseSpec.Throughput;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Secret;
import dev.slipway.model.Specs;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A database that breaks one rule, and what the refusal names.
record RefusedDatabase(ProblemType type, String mentions, Consumer<DatabaseDraft> fault) {
  DatabaseSpec spec() {
    return Specs.database("cache", fault);
  }

  @Override
  public String toString() {
    return type + " naming " + mentions;
  }

  /// Every rule for new databases that needs no other row.
  static Stream<RefusedDatabase> all() {
    return Stream.of(
            names(),
            RefusedEngine.versions(),
            RefusedEngine.modules(),
            access(),
            topologies(),
            rest())
        .flatMap(refusals -> refusals);
  }

  private static Stream<RefusedDatabase> names() {
    return Stream.of(
        of(DATABASE_NAME_TOO_LONG, "41", d -> d.name = "a".repeat(41)),
        of(DATABASE_INVALID_NAME, "1st", d -> d.name = "1st"),
        of(DATABASE_INVALID_NAME, "end-", d -> d.name = "end-"),
        of(DATABASE_SIZE_TOO_SMALL, "0.05 GB", d -> d.size = new Size(0.05, false)),
        of(DATABASE_SIZE_TOO_BIG, "50000 GB", d -> d.size = new Size(30_000, false)),
        of(DATABASE_SIZE_TOO_BIG, "50000 GB", d -> d.size = new Size(Double.MAX_VALUE, false)),
        of(
            DATABASE_THROUGHPUT_TOO_BIG,
            "16384",
            d -> d.throughput = new Throughput("operations-per-second", Integer.MAX_VALUE)),
        of(
            DATABASE_INVALID_SHARDS_COUNT,
            "16384",
            d -> d.throughput = new Throughput("number-of-shards", 16_385)));
  }

  private static Stream<RefusedDatabase> access() {
    return Stream.of(
        of(DATABASE_PASSWORD_IS_BLANK, "blank", d -> d.password = new Secret(" ")),
        of(DATABASE_PASSWORD_IS_TOO_LONG, "50", d -> d.password = new Secret("x".repeat(50))),
        of(DATABASE_SIP_OVER_LIMIT, "33", d -> d.sourceIps = Collections.nCopies(33, "10.0.0.1")),
        of(DATABASE_INVALID_SIP, "10.0.0.0/99", d -> d.sourceIps = List.of("10.0.0.0/99")),
        of(
            CLIENT_SSL_CERTIFICATE_IS_NOT_ALLOWED_WITHOUT_ENABLE_TLS_IS_TRUE,
            "enableTls",
            d -> d.certificates = List.of(Certificates.VALID)),
        of(
            DATABASE_INVALID_CERT,
            "Database certificate is invalid",
            d -> d.certificates = List.of("no certificate")),
        of(
            DATABASE_INVALID_CERT,
            "Database certificate is invalid",
            d -> d.legacyCertificate = "no certificate"),
        of(
            DATABASE_INVALID_CERT,
            "CN=issuer.example, whose own is not among them",
            d -> {
              d.tls = true;
              d.certificates = List.of(Certificates.VALID, Certificates.ISSUED);
            }),
        of(
            DATABASE_INVALID_CERT,
            "CN=issuer.example",
            d -> {
              d.tls = true;
              d.certificates = List.of(Certificates.ISSUED, Certificates.IMPOSTOR);
            }),
        of(
            DATABASE_CLIENT_SSL_CERTIFICATE_MORE_THAN_1_ACTIVE,
            "clientTlsCertificates",
            d -> {
              d.tls = true;
              d.certificates = List.of(Certificates.VALID);
              d.legacyCertificate = Certificates.VALID;
            }),
        of(
            DATABASE_INVALID_CERT,
            "Database certificate is invalid",
            d -> {
              d.tls = true;
              d.certificates = List.of("-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----");
            }),
        of(
            DATABASE_INVALID_CERT,
            "Database certificate is invalid",
            d -> {
              d.tls = true;
              d.certificates = List.of("");
            }),
        of(
            DATABASE_INVALID_CERT,
            "Database certificate is invalid",
            d -> {
              d.tls = true;
              d.legacyCertificate = "no certificate";
            }));
  }

  private static Stream<RefusedDatabase> topologies() {
    return Stream.of(
        of(
            DATABASE_EXTERNAL_ENDPOINT_WITHOUT_OSS_CLUSTER,
            "supportOSSClusterApi",
            d -> d.externalEndpoint = true),
        of(
            DATABASE_OSS_CLUSTER_CUSTOM_REGEX_NOT_SUPPORTED,
            "custom-regex-rules",
            d -> {
              d.ossClusterApi = true;
              d.shardingType = "custom-regex-rules";
            }),
        of(
            DATABASE_OSS_CLUSTER_REPLICA_NOT_SUPPORTED,
            "replica",
            d -> {
              d.ossClusterApi = true;
              d.syncSources = List.of(source("redis://example.com:6379", false));
            }),
        of(
            DATABASE_INVALID_REGEX_RULES,
            "custom-regex-rules",
            d -> d.regexRules = List.of("(?<tag>.*)")),
        of(
            DATABASE_INVALID_REGEX_RULES,
            "33",
            d -> custom(d, Collections.nCopies(33, "(?<tag>.*)"))),
        of(
            DATABASE_INVALID_REGEX_RULES,
            "256",
            d -> custom(d, List.of("(?<tag>.*)" + "a".repeat(250)))),
        of(DATABASE_INVALID_REGEX_RULES, "named tag", d -> custom(d, List.of("(.*)"))),
        of(DATABASE_INVALID_REGEX_RULES, "must be regular", d -> custom(d, List.of("(?<tag>.*"))),
        of(DATABASE_RAM_PERCENTAGE_NOT_ALLOWED, "ram-and-flash", d -> d.ramPercentage = 20),
        of(
            DATABASE_AVERAGE_ITEM_SIZE_NOT_ALLOWED,
            "ram-and-flash",
            d -> d.averageItemSize = 1_000L));
  }

  private static Stream<RefusedDatabase> rest() {
    return Stream.of(
        of(
            FLEXIBLE_DATABASE_ALERT_NOT_SUPPORTED,
            "datasets-size",
            d -> d.alerts = alert("datasets-size", 80)),
        of(DATABASE_INVALID_ALERTS, "coffee", d -> d.alerts = alert("coffee", 1)),
        of(
            DATABASE_INVALID_ALERTS,
            "twice",
            d -> d.alerts = List.of(new Alert("latency", 1), new Alert("latency", 2))),
        of(DATABASE_INVALID_ALERT_VALUE, "101", d -> d.alerts = alert("dataset-size", 101)),
        of(DATABASE_INVALID_ALERT_VALUE, "0", d -> d.alerts = alert("latency", 0)),
        of(
            DATABASE_INVALID_BACKUP_CONFIGURATION,
            "storagePath",
            d -> d.backup = backup("every-24-hours", null, "aws-s3", null)),
        of(
            DATABASE_INVALID_BACKUP_INTERVAL,
            "every-5-hours",
            d -> d.backup = backup("every-5-hours", null, "aws-s3", "s3://b")),
        of(
            DATABASE_INVALID_BACKUP_INTERVAL_AND_TIME_UTC_MISMATCH,
            "16:00",
            d -> d.backup = backup("every-6-hours", "16:00", "aws-s3", "s3://b")),
        of(
            DATABASE_INVALID_BACKUP_TIME_UTC,
            "16:30",
            d -> d.backup = backup("every-12-hours", "16:30", "aws-s3", "s3://b")),
        of(
            DATABASE_INVALID_BACKUP_STORAGE_TYPE,
            "floppy",
            d -> d.backup = backup("every-24-hours", null, "floppy", "s3://b")),
        of(
            DATABASE_INVALID_BACKUP_PATH,
            "ftp",
            d -> d.backup = backup("every-24-hours", null, "ftp", "s3://b")),
        of(
            DATABASE_REPLICA_OF_BAD_URI,
            "source 2",
            d ->
                d.syncSources =
                    List.of(source("redis://a:1", false), source("redis://secret@nowhere", false))),
        of(
            DATABASE_REPLICA_OF_PROPERTY_DEPRECATED,
            "replicaOf",
            d ->
                d.syncSources = List.of(source("redis://a:1", false), source("redis://a:2", true))),
        of(
            DATABASE_REPLICAS_OVER_LIMIT,
            "33",
            d -> d.syncSources = Collections.nCopies(33, source("redis://a:1", false))));
  }

  static RefusedDatabase of(ProblemType type, String mentions, Consumer<DatabaseDraft> fault) {
    return new RefusedDatabase(type, mentions, fault);
  }

  private static void custom(DatabaseDraft draft, List<String> rules) {
    draft.shardingType = "custom-regex-rules";
    draft.regexRules = rules;
  }

  private static SyncSource source(String endpoint, boolean legacy) {
    return new SyncSource(new Secret(endpoint), false, null, legacy);
  }

  private static List<Alert> alert(String name, int value) {
    return List.of(new Alert(name, value));
  }

  private static Backup backup(
      String interval, @Nullable String time, String type, @Nullable String path) {
    return new Backup(true, interval, time, type, path == null ? null : new Secret(path));
  }
}
