package dev.slipway.store.sql;

import dev.slipway.model.Caller;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Limits;
import dev.slipway.store.Store;
import dev.slipway.task.TaskQueue;
import dev.slipway.task.Verdicts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// A program to be watched: submits tasks one after another and appends a mark before each and
/// after each answer.
final class SubmitProbe {
  /// How many tasks it submits.
  static final int SUBMITS = 20;

  private SubmitProbe() {}

  /// @param args the folder, the file of the marks, and whether the store shall be durable
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    SqliteFile file = new SqliteFile(folder.resolve("slipway.db"), Boolean.parseBoolean(args[2]));
    try (Store store = SqliteStore.open(file, Stores.box(), Duration.ofSeconds(10));
        FileChannel marks =
            FileChannel.open(
                Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      Caller caller = Stores.addAccount(store, 1);
      TaskQueue queue =
          new TaskQueue(
              store,
              Limits.standard(),
              () -> Stores.START,
              UUID::randomUUID,
              Failpoints.OFF,
              () -> {},
              new Verdicts(Duration.ZERO));
      for (int i = 0; i < SUBMITS; i++) {
        mark(marks, "submit-begins\n");
        queue.submit(caller, new DeleteSubscription(i), Optional.empty());
        mark(marks, "submit-answered\n");
      }
    }
  }

  private static void mark(FileChannel marks, String text) throws IOException {
    marks.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
