package dev.slipway.platform.process;

import dev.slipway.model.Secret;
import dev.slipway.model.Transfer.Reason;
import dev.slipway.platform.PlatformException;
import dev.slipway.platform.Storage;
import dev.slipway.platform.TransferException;
import dev.slipway.platform.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Moves data between Redis processes on this machine and storages, without a temporary copy of
/// what goes out.
final class ProcessTransport implements Transport {
  private static final Duration LONGEST_SYNC = Duration.ofMinutes(10);

  /// The end of the server waits two seconds for transfers.
  private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

  /// Says in a database's folder which import was taken last.
  private static final String TAKEN = "imported";

  private static final List<List<String>> FREE =
      List.of(
          List.of("REPLICAOF", "NO", "ONE"),
          List.of("CONFIG", "SET", "masteruser", "", "masterauth", ""));

  private final IntFunction<DatabaseFolder> databases;
  private final Control control;
  private final ControlKey key;
  private final Storage storage;
  private final Fetching fetching;
  private final ScratchRedis scratch;

  /// @param databases where the Redis lives that takes a database's writes
  ProcessTransport(
      IntFunction<DatabaseFolder> databases,
      Control control,
      ControlKey key,
      Storage storage,
      Fetching fetching,
      ScratchRedis scratch) {
    this.databases = databases;
    this.control = control;
    this.key = key;
    this.storage = storage;
    this.fetching = fetching;
    this.scratch = scratch;
  }

  @Override
  public void backUp(int databaseId, Secret folder, String name) throws TransferException {
    try (RedisConnection redis = control.connect(databases.apply(databaseId))) {
      int level = storage.isHere(folder) ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED;
      storage.write(folder, name, out -> zip(redis, out, level));
    } catch (IOException e) {
      throw new TransferException(
          Reason.GENERAL_ERROR, "The data could not be sent: %s".formatted(e.getMessage()), e);
    }
  }

  private static void zip(RedisConnection redis, OutputStream out, int level) throws IOException {
    try (Snapshot snapshot = Snapshot.of(redis)) {
      Gzip zipped = new Gzip(out, level);
      snapshot.transferTo(zipped);
      zipped.finish();
    }
  }

  /// Redis has shortened what repeats itself within a long value. To a folder of this machine the
  /// rest is stored as it is: to shorten it takes a processor longer than Redis needs to send it.
  /// To other places the fastest level is used, half the work of the usual one for a file that is a
  /// few percent larger.
  private static final class Gzip extends GZIPOutputStream {
    private static final int BUFFER = 1 << 16;

    Gzip(OutputStream out, int level) throws IOException {
      super(out, BUFFER);
      def.setLevel(level);
    }
  }

  @Override
  public void fill(int databaseId, String order, List<Secret> places, long limit)
      throws TransferException {
    DatabaseFolder aside = databases.apply(databaseId).scratch();
    attempt(
        () -> {
          DatabaseFolder before = databases.apply(databaseId);
          release(before);
          if (before.read(TAKEN, 0).equals(order)) {
            return;
          }
          scratch.make(aside);
          try {
            fetch(places.getFirst(), aside, limit);
            scratch.load(aside, limit);
            for (Secret further : places.subList(1, places.size())) {
              fetch(further, aside, limit);
              scratch.merge(aside, limit);
            }
            // Asked for only now: the other Redis may have taken over while the data was fetched.
            follow(databases.apply(databaseId), order, scratch.listen(aside));
          } finally {
            InPeace.finish(() -> scratch.remove(aside));
          }
        });
  }

  @Override
  public void release(int databaseId) throws TransferException {
    attempt(() -> release(databases.apply(databaseId)));
  }

  /// A database that was left following is its own master again, as soon as it has loaded what it
  /// has got.
  private void release(DatabaseFolder database) throws IOException, PlatformException {
    scratch.remove(database.scratch());
    if (Poll.find(LONGEST_SYNC, () -> freed(database)).isEmpty()) {
      throw Failures.passing("The database loads data that it has taken over before.");
    }
  }

  private Optional<Boolean> freed(DatabaseFolder database) throws IOException {
    try {
      control.change(database, FREE);
      return Optional.of(true);
    } catch (RedisRefusal e) {
      if (e.words().startsWith("LOADING")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void fetch(Secret place, DatabaseFolder aside, long limit)
      throws IOException, TransferException {
    try (OutputStream file = aside.create(ScratchRedis.FILE)) {
      fetching.copy(place, file, limit);
    }
  }

  /// The database takes the data as a replica does: it has the whole of it before it drops its own.
  private void follow(DatabaseFolder database, String order, int port)
      throws IOException, PlatformException, TransferException {
    String password = key.password(database.id());
    try {
      control.change(
          database,
          List.of(
              List.of("CONFIG", "SET", "masteruser", Users.CONTROL, "masterauth", password),
              List.of("REPLICAOF", "127.0.0.1", Integer.toString(port))));
      if (Poll.find(LONGEST_SYNC, () -> linked(database, port)).isEmpty()) {
        throw new TransferException(
            Reason.GENERAL_ERROR,
            "The database did not take the data within %s minutes."
                .formatted(LONGEST_SYNC.toMinutes()));
      }
    } finally {
      InPeace.finish(() -> settle(database, order, port));
    }
  }

  /// However it went, clients may write again, and what was taken is not taken again. A Redis that
  /// loads the data refuses to be its own master, and its clients' writes, until it has them: one
  /// that takes long is left so, for the next server to begin again.
  private void settle(DatabaseFolder database, String order, int port)
      throws IOException, PlatformException {
    if (Poll.find(LAST_MOMENT, () -> taken(database, port)).orElse(false)) {
      database.write(TAKEN, order);
    }
    control.change(database, FREE);
  }

  /// Empty while it loads.
  private Optional<Boolean> taken(DatabaseFolder database, int port) throws IOException {
    Report report = control.ask(database);
    Link link = report.link();
    return report.loading()
        ? Optional.empty()
        : Optional.of(link != null && link.port() == port && link.up());
  }

  /// A Redis that drops much data answers nobody for a while, and one that has ended never.
  private Optional<Boolean> linked(DatabaseFolder database, int port)
      throws IOException, PlatformException {
    try (RedisConnection redis = control.connect(database)) {
      Link link = Link.of(Report.info(redis.call("INFO", "replication").text()));
      if (link == null || link.port() != port) {
        throw Failures.passing("The database was started again before it had all data.");
      }
      return link.up() ? Optional.of(true) : Optional.empty();
    } catch (IOException e) {
      if (scratch.residents().of(database).isEmpty()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private interface Work {
    void run() throws IOException, PlatformException, TransferException;
  }

  private static void attempt(Work work) throws TransferException {
    try {
      work.run();
    } catch (PlatformException e) {
      throw new TransferException(Reason.GENERAL_ERROR, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new TransferException(
          Reason.GENERAL_ERROR, "The data could not be taken: %s".formatted(e.getMessage()), e);
    }
  }
}
