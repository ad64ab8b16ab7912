package dev.slipway.platform.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/// Notices that a database's Redis dies or hangs: one connection held open to each process. Its end
/// comes within milliseconds of the death; a PING each second finds a Redis that lives and does
/// nothing. Either only asks for a look, since a client can end connections and a long script is
/// silent too.
final class Watches implements AutoCloseable {
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Control control;
  private final Map<DatabaseFolder, Watch> watches = new ConcurrentHashMap<>();
  private volatile IntConsumer suspicion = _ -> {};

  Watches(Control control, Deadlines deadlines) {
    this.control = control;
    deadlines.every(BEAT, () -> watches.values().forEach(Watch::beat));
  }

  /// Whom to ask for a look.
  void onSuspicion(IntConsumer look) {
    suspicion = look;
  }

  /// Watches this database, if that is not done already.
  void keep(DatabaseFolder folder) throws IOException {
    if (watches.containsKey(folder)) {
      return;
    }
    Watch watch = new Watch(control.connect(folder), () -> suspect(folder.id()));
    if (watches.putIfAbsent(folder, watch) == null) {
      Thread.ofVirtual().name("watch-" + folder.id()).start(() -> listen(folder, watch));
    } else {
      watch.close();
    }
  }

  /// Asks one that is watched over the connection that is held.
  ///
  /// @throws IOException when it is not watched, or does not answer in time
  List<Reply> ask(DatabaseFolder folder, List<List<String>> commands) throws IOException {
    Watch watch = watches.get(folder);
    if (watch == null) {
      throw new IOException("nobody holds a connection to it");
    }
    return watch.ask(commands, PATIENCE);
  }

  /// Watches it no more.
  void release(DatabaseFolder folder) {
    Watch watch = watches.remove(folder);
    if (watch != null) {
      watch.close();
    }
  }

  private void listen(DatabaseFolder folder, Watch watch) {
    watch.listen();
    // Only a connection that ended by itself is suspicious.
    if (watches.remove(folder, watch)) {
      suspect(folder.id());
    }
  }

  /// Whoever looks may take a while, and the beat goes on.
  private void suspect(int databaseId) {
    Thread.startVirtualThread(() -> suspicion.accept(databaseId));
  }

  @Override
  public void close() {
    watches.keySet().forEach(this::release);
  }
}
