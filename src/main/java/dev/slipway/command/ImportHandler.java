package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_IMPORT_AZURE_BAD_URI;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_FTP_BAD_URI;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_GCS_BAD_URI;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_HTTP_BAD_URI;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_MULTIPLE_REDIS_SOURCES;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_NOT_ALLOWED;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_REDIS_BAD_URI;
import static dev.slipway.model.ProblemType.DATABASE_IMPORT_S3_BAD_URI;
import static dev.slipway.model.ProblemType.DUPLICATE_DATABASE_IMPORT_SOURCE_PATH;

import dev.slipway.model.DatabaseCommand.ReadImport;
import dev.slipway.model.DatabaseCommand.StartImport;
import dev.slipway.model.ImportSource;
import dev.slipway.model.NothingYet;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Secret;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Fills databases from elsewhere, and tells how that went (api-rules 4.7). None was ever filled
/// here: a request is checked as if it could be, and then refused.
final class ImportHandler {
  private static final String FILE = "/\\S*\\.rdb(\\.gz)?";

  private ImportHandler() {}

  static Outcome read(ReadImport command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var database = turn.database(subscription, command.databaseId());
    return new Outcome.Accepted(database.id(), new NothingYet());
  }

  static Outcome fill(StartImport command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    StatusRules.active(turn.database(subscription, command.databaseId()), turn);
    check(command.source(), command.uris());
    throw new Refused(
        DATABASE_IMPORT_NOT_ALLOWED,
        "This server cannot import yet, so the database is as it was.",
        "Copy the data with a client, such as redis-cli --pipe.");
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
      case GOOGLE_BLOB_STORAGE ->
          Form.of("gs://[^/\\s]+" + FILE, DATABASE_IMPORT_GCS_BAD_URI, "gs://bucket/file.rdb");
    };
  }
}
