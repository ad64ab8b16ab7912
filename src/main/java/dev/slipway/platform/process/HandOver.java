package dev.slipway.platform.process;

import dev.slipway.model.Failpoint;
import dev.slipway.model.Failpoints;
import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The moment in which the writes of a database pass from one Redis to the other. Nobody can write
/// meanwhile, so nothing is done in it that can be done before or after.
///
/// @param from takes writes
/// @param to follows it, and takes them afterwards
record HandOver(RedisConnection from, RedisConnection to, Failpoints failpoints) {
  /// Then clients write to the old one again, whatever has become of this program.
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private static final Duration LONGEST_WAIT_OF_CLIENTS = Duration.ofMillis(200);

  /// One that has just got all data is sent the writes since then within a second.
  private static final Duration LONGEST_LAG = Duration.ofSeconds(2);

  private static final List<String> PAUSE =
      List.of("CLIENT", "PAUSE", Long.toString(LONGEST_PAUSE.toMillis()), "WRITE");
  private static final List<String> ASK = List.of("INFO", "replication");

  /// Has the old one take no write any more, and the new one have all that it took.
  ///
  /// That clients must not write may be over before the next command is sent, as when the machine
  /// stood still. So nobody is left who could: no port, no connection. What was taken until then is
  /// waited for once more.
  ///
  /// @param closing the command that closes the old one's port
  /// @throws PlatformException when the new one does not get all writes in time
  void close(List<String> closing) throws IOException, PlatformException {
    var _ = awaitWrites(written(List.of()), LONGEST_LAG);
    long there = awaitWrites(written(List.of(PAUSE)), LONGEST_WAIT_OF_CLIENTS);
    long all =
        written(
            List.of(
                closing,
                List.of("CLIENT", "KILL", "TYPE", "normal"),
                List.of("CLIENT", "KILL", "TYPE", "pubsub")));
    if (there < all) {
      var _ = awaitWrites(all, LONGEST_WAIT_OF_CLIENTS);
    }
  }

  /// Has the new one take writes, and lets clients in.
  ///
  /// @param opening the commands that open its port
  /// @throws RedisRefusal when it does not open it
  void promote(List<List<String>> opening) throws IOException {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("REPLICAOF", "NO", "ONE"));
    all.addAll(opening);
    failpoints.hit(Failpoint.BEFORE_PROMOTION);
    List<Reply> replies = to.exchange(all);
    failpoints.hit(Failpoint.AFTER_PROMOTION);
    for (Reply reply : replies) {
      reply.text();
    }
  }

  /// How many bytes the old one has written after it was told this.
  private long written(List<List<String>> commands) throws IOException {
    List<List<String>> all = new ArrayList<>(commands);
    all.add(ASK);
    List<Reply> replies = from.exchange(all);
    for (Reply reply : replies) {
      reply.text();
    }
    var info = Report.info(replies.getLast().text());
    return Long.parseLong(Report.value(info, "master_repl_offset"));
  }

  private long awaitWrites(long bytes, Duration atMost) throws IOException, PlatformException {
    Optional<Link> whole =
        Poll.find(
            atMost,
            () ->
                Optional.ofNullable(
                        Link.of(Report.info(to.exchange(List.of(ASK)).getFirst().text())))
                    .filter(link -> link.up() && link.offset() >= bytes));
    return whole
        .orElseThrow(
            () -> Failures.passing("The Redis that is to take over does not get all writes."))
        .offset();
  }
}
