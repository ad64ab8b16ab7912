package dev.slipway.command;

import static dev.slipway.model.ProblemType.CONFLICT_ERROR;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_AZURE_BAD_URI;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_FTP_BAD_URI;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_GCS_BAD_URI;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_HTTP_BAD_URI;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_MULTIPLE_REDIS_SOURCES;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_NOT_ALLOWED;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_REDIS_BAD_URI;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_S3_BAD_URI;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_IMPORT_SOURCE_TYPE;
import static dev.slipway.model.ProblemType.DUPLICATE_DATABASE_IMPORT_SOURCE_PATH;

import dev.slipway.model.DatabaseCommand.ReadImport;
import dev.slipway.model.DatabaseCommand.StartImport;
import dev.slipway.model.Finding;
import dev.slipway.model.ImportSource;
import dev.slipway.model.NothingYet;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Secret;
import dev.slipway.model.Transfer;
import dev.slipway.model.TransferFinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Has databases filled from elsewhere, and tells how that went (api-rules 4.7). The task of an
/// order ends when the import is accepted, as that of a backup does.
///
/// @param host the name that endpoints carry: a Redis there may be another database of the account
record ImportHandler(String host) {
  private static final String FILE = "/\\S*\\.rdb(\\.gz)?";

  static Outcome read(ReadImport command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var database = turn.database(subscription, command.databaseId());
    var last = turn.tx().transfers().find(Transfer.Key.filling(database.id()));
    return new Outcome.Accepted(
        database.id(), last.<Finding>map(TransferFinding::of).orElseGet(NothingYet::new));
  }

  Outcome fill(StartImport command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var database = turn.database(subscription, command.databaseId());
    StatusRules.active(database, turn);
    check(command.source(), command.uris());
    reached(command.source());
    var key = Transfer.Key.filling(database.id());
    if (turn.tx().transfers().find(key).filter(Transfer::underWay).isPresent()) {
      throw new Refused(
          CONFLICT_ERROR,
          "An import into database %s is under way.".formatted(database.id()),
          "GET .../import tells when it has ended.");
    }
    var places = command.uris().stream().map(uri -> place(command.source(), uri, turn)).toList();
    turn.tx().transfers().order(Transfer.ordered(key, database, places, turn.now()));
    return Outcome.Accepted.resource(database.id());
  }

  private static void reached(ImportSource source) {
    if (source == ImportSource.GOOGLE_BLOB_STORAGE || source == ImportSource.AZURE_BLOB_STORAGE) {
      throw new Refused(
          DATABASE_IMPORT_NOT_ALLOWED,
          "This server speaks neither to Google's nor to Azure's storage, so the database is as it"
              + " was.",
          "Put the file where s3://, ftp:// or https:// reaches it.");
    }
  }

  /// A database of the account is known by its endpoint and from then on by its id: whether its
  /// address may be reached does not matter then.
  private Secret place(ImportSource source, Secret uri, Turn turn) {
    if (source != ImportSource.REDIS) {
      return uri;
    }
    var port = ReplicaRules.portAt(uri.clear(), host);
    return turn.tx().databases().of(turn.account()).stream()
        .filter(database -> port.equals(Optional.of(database.spec().port())))
        .findFirst()
        .map(database -> new Secret("database:" + database.id()))
        .orElse(uri);
  }

  /// A URI may hold a password, so no refusal repeats one.
  private static void check(ImportSource source, List<Secret> uris) {
    Form form = form(source);
    for (int i = 0; i < uris.size(); i++) {
      if (!form.pattern().matcher(uris.get(i).clear()).matches()) {
        throw new Refused(
            form.otherwise(),
            "importFromUri[%s] does not fit sourceType.".formatted(i),
            "Write it like " + form.example() + ".");
      }
    }
    if (source == ImportSource.REDIS && uris.size() > 1) {
      throw new Refused(
          DATABASE_IMPORT_MULTIPLE_REDIS_SOURCES,
          "importFromUri names %s Redis databases.".formatted(uris.size()),
          "Name one.");
    }
    if (Set.copyOf(uris).size() < uris.size()) {
      throw new Refused(
          DUPLICATE_DATABASE_IMPORT_SOURCE_PATH,
          "importFromUri names the same source twice.",
          "Name each once.");
    }
  }

  private record Form(Pattern pattern, ProblemType otherwise, String example) {
    static Form of(String pattern, ProblemType otherwise, String example) {
      return new Form(Pattern.compile(pattern), otherwise, example);
    }
  }

  private static Form form(ImportSource source) {
    return switch (source) {
      case HTTP ->
          Form.of(
              "https?://[^/\\s]+" + FILE, DATABASE_IMPORT_HTTP_BAD_URI, "https://host/file.rdb");
      case REDIS ->
          Form.of(
              "redis://([^@\\s]*@)?[^:/@\\s]+:\\d{1,5}",
              DATABASE_IMPORT_REDIS_BAD_URI,
              "redis://:password@host:port");
      case FTP ->
          Form.of("ftps?://[^/\\s]+" + FILE, DATABASE_IMPORT_FTP_BAD_URI, "ftp://host/file.rdb");
      case AWS_S3 ->
          Form.of("s3://[^/\\s]+" + FILE, DATABASE_IMPORT_S3_BAD_URI, "s3://bucket/file.rdb");
      case AZURE_BLOB_STORAGE ->
          Form.of(
              "abs://[^@\\s]+@[^/\\s]+" + FILE,
              DATABASE_IMPORT_AZURE_BAD_URI,
              "abs://key@account/container/file.rdb");
      case LOCAL_FOLDER ->
          Form.of("file://" + FILE, DATABASE_INVALID_IMPORT_SOURCE_TYPE, "file:///path/file.rdb");
      case GOOGLE_BLOB_STORAGE ->
          Form.of("gs://[^/\\s]+" + FILE, DATABASE_IMPORT_GCS_BAD_URI, "gs://bucket/file.rdb");
    };
  }
}
