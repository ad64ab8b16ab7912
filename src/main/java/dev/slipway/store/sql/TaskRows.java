package dev.slipway.store.sql;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.slipway.model.AccountId;
import dev.slipway.model.Command;
import dev.slipway.model.Contradiction;
import dev.slipway.model.Finding;
import dev.slipway.model.Prices;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import dev.slipway.model.TaskState;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Tasks to columns and back.
final class TaskRows {
  private static final System.Logger LOG = System.getLogger(TaskRows.class.getName());

  static final String RECEIVED = "received";
  static final String IN_PROGRESS = "processing-in-progress";
  static final String COMPLETED = "processing-completed";
  static final String FAILED = "processing-error";

  private final Documents documents;

  TaskRows(Documents documents) {
    this.documents = documents;
  }

  /// What a completed task carries.
  ///
  /// @param prices of a dry run, without a type: so they were kept before anything else was found
  private record Verdict(
      @Nullable Integer resourceId,
      @Nullable Prices prices,
      @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "@type")
          @Nullable Finding found) {
    static Verdict of(TaskState.Completed done) {
      return done.found() instanceof Prices prices
          ? new Verdict(done.resourceId(), prices, null)
          : new Verdict(done.resourceId(), null, done.found());
    }

    TaskState.Completed state() {
      return new TaskState.Completed(resourceId, prices == null ? found : prices);
    }
  }

  static String word(TaskState state) {
    return switch (state) {
      case TaskState.Received _ -> RECEIVED;
      case TaskState.InProgress _ -> IN_PROGRESS;
      case TaskState.Completed _ -> COMPLETED;
      case TaskState.Failed _ -> FAILED;
    };
  }

  @Nullable String verdict(TaskState state) {
    return switch (state) {
      case TaskState.Received _, TaskState.InProgress _ -> null;
      case TaskState.Completed done -> documents.write(Verdict.of(done));
      case TaskState.Failed failed -> documents.write(failed.problem());
    };
  }

  Task read(Row row) throws SQLException {
    return new Task(
        new TaskId(UUID.fromString(row.text("id"))),
        new AccountId(row.number("account_id")),
        row.big("number"),
        command(row.text("command_type"), row.text("command")),
        state(row.text("state"), row.textOrNull("verdict")),
        row.number("attempts"),
        row.time("accepted_at"),
        row.time("changed_at"),
        row.timeOrNull("started_at"),
        row.text("key_name"));
  }

  /// One that cannot be read, as after damage to the file, becomes a refusal: its lane must go on.
  private Command command(String type, String text) {
    try {
      return documents.command(type, text);
    } catch (JacksonException | IllegalStateException e) {
      LOG.log(System.Logger.Level.ERROR, "a stored " + type + " cannot be read", e);
      return new Contradiction(
          type,
          new Problem(
              ProblemType.GENERAL_ERROR,
              "The stored request cannot be read. Nothing was changed. Send the request again; the"
                  + " server's log has the cause."));
    }
  }

  private TaskState state(String word, @Nullable String verdict) {
    return switch (word) {
      case RECEIVED -> new TaskState.Received();
      case IN_PROGRESS -> new TaskState.InProgress();
      case COMPLETED -> documents.read(required(verdict), Verdict.class).state();
      case FAILED -> new TaskState.Failed(documents.read(required(verdict), Problem.class));
      default -> throw new IllegalStateException("the store holds a task in state " + word);
    };
  }

  private static String required(@Nullable String verdict) {
    if (verdict == null) {
      throw new IllegalStateException("the store holds a finished task without a verdict");
    }
    return verdict;
  }
}
