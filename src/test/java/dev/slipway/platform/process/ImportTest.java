package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.model.Cidr;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Secret;
import dev.slipway.model.Transfer.Reason;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Observed.Replica;
import dev.slipway.platform.Outbound;
import dev.slipway.platform.Storage;
import dev.slipway.platform.TransferException;
import dev.slipway.platform.Transport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Imports at bad moments, and of bad files.
final class ImportTest extends PlatformTest {
  private static final System.Logger LOG = System.getLogger(ImportTest.class.getName());
  private static final long LIMIT = 100_000_000;
  private static final List<Secret> FILE = List.of(new Secret("file:///x"));

  /// A hash with the field `f` and the value `v`, as Redis keeps small ones.
  private static final String HASH = "\u0081f\u0002\u0081v\u0002\u00ff";

  /// The same, whose value is longer than the hash.
  private static final String BROKEN_HASH = "\u0081f\u0002\u008fv\u0002\u00ff";

  private static final String TEN_THOUSAND_KEYS =
      "for i = 1, 10000 do redis.call('SET', ARGV[1] .. '-' .. i, string.rep('x', 100)) end";

  private byte[] file = {};

  private interface Meanwhile {
    void run() throws Exception;
  }

  private Transport transport(Meanwhile meanwhile) throws IOException {
    int port = World.freePort();
    return platform
        .platform()
        .transport(new OneFile(meanwhile), new Outbound(Cidr.list("127.0.0.1")), port, port);
  }

  private final class OneFile implements Storage {
    private final Meanwhile meanwhile;

    OneFile(Meanwhile meanwhile) {
      this.meanwhile = meanwhile;
    }

    @Override
    public boolean isHere(Secret folder) {
      return false;
    }

    @Override
    public void write(Secret folder, String name, Content content)
        throws IOException, TransferException {
      var out = new ByteArrayOutputStream();
      content.writeTo(out);
      file = out.toByteArray();
    }

    @Override
    public void read(Secret place, Taker taker) throws IOException, TransferException {
      try {
        meanwhile.run();
      } catch (Exception e) {
        throw new IOException(e);
      }
      taker.take(new ByteArrayInputStream(file));
    }
  }

  private void backUp() throws Exception {
    transport(() -> {}).backUp(ID, FILE.getFirst(), "x");
  }

  @Test
  void importGoesToTheOneThatTookOverMeanwhile() throws Exception {
    DatabaseSpec replicated = Wishes.replicated(wish);
    DatabaseSpec over = replicated.takenOver();
    platform.apply(Action.START, ID, replicated);
    call("SET", "k", "imported");
    backUp();
    call("SET", "k", "old");
    platform.apply(Action.FOLLOW, ID, replicated);
    awaitReplica(replicated, Replica.FOLLOWING);

    transport(
            () -> {
              world.kill();
              platform.apply(Action.CONFIGURE, ID, over);
              platform.apply(Action.FOLLOW, ID, over);
              awaitReplica(over, Replica.FOLLOWING);
            })
        .fill(ID, "one", FILE, LIMIT);

    assertThat(call("GET", "k")).isEqualTo("imported");
  }

  @Test
  void importThatWasTakenIsNotDoneAgainAfterADeathOfTheServer() throws Exception {
    platform.apply(Action.START, ID, wish);
    call("SET", "k", "imported");
    backUp();
    transport(() -> {}).fill(ID, "one", FILE, LIMIT);
    call("SET", "k", "written since");

    transport(() -> {}).fill(ID, "one", FILE, LIMIT);
    String kept = call("GET", "k");
    transport(() -> {}).fill(ID, "two", FILE, LIMIT);

    assertThat(kept).isEqualTo("written since");
    assertThat(call("GET", "k")).isEqualTo("imported");
  }

  @Test
  void endOfTheServerInTheMiddleLeavesTheDatabaseWritable() throws Exception {
    backUpManyKeys();

    endTheServerAsSoonAs(this::follows);

    assertThat(follows()).isFalse();
    assertThat(world.data().resolve("databases")).isDirectoryNotContaining("glob:**.import");
  }

  @Test
  void importThatTheEndOfTheServerMetWhileRedisLoadedUndoesNoWriteMadeSince() throws Exception {
    backUpManyKeys();
    try (RedisConnection control = world.inside()) {
      control.call("CONFIG", "SET", "key-load-delay", "-50").text();
      control.call("CONFIG", "SET", "loading-process-events-interval-bytes", "1024").text();
    }
    endTheServerAsSoonAs(() -> info("persistence").contains("loading:1"));
    boolean writable = !follows(); // unless it loads for long
    if (writable) {
      call("SET", "since", "kept");
    }

    transport(() -> {}).fill(ID, "one", FILE, LIMIT);

    assertThat(call("GET", "since")).isEqualTo(writable ? "kept" : "");
  }

  private void backUpManyKeys() throws Exception {
    platform.apply(Action.START, ID, wish);
    for (int i = 0; i < 20; i++) {
      call("EVAL", TEN_THOUSAND_KEYS, "0", Integer.toString(i));
    }
    backUp();
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  /// Ends it in the middle of an import.
  private void endTheServerAsSoonAs(Condition condition) throws Exception {
    Transport transport = transport(() -> {});
    Thread filling =
        Thread.startVirtualThread(
            () -> {
              try {
                transport.fill(ID, "one", FILE, LIMIT);
              } catch (TransferException e) {
                LOG.log(System.Logger.Level.DEBUG, "as wanted", e);
              }
            });
    while (filling.isAlive() && !condition.holds()) {
      Thread.onSpinWait();
    }
    filling.interrupt();
    filling.join();
  }

  private boolean follows() throws IOException {
    return info("replication").contains("role:slave");
  }

  private String info(String section) throws IOException {
    try (RedisConnection control = world.inside()) {
      return control.call("INFO", section).text();
    }
  }

  @Test
  void redisOfAnImportIsInAGroupThatGoesWithIt() throws Exception {
    assumeThat(ControlGroups.here().folder()).isPresent();
    platform.apply(Action.START, ID, wish);
    call("SET", "k", "imported");
    backUp();
    List<Path> groups = new ArrayList<>();

    // It loads the first file and lives while the second one is read.
    transport(() -> world.scratchGroup().filter(Files::exists).ifPresent(groups::add))
        .fill(ID, "one", List.of(FILE.getFirst(), FILE.getFirst()), LIMIT);

    assertThat(groups).hasSize(1);
    assertThat(groups.getFirst()).doesNotExist();
  }

  @Test
  void furtherFileIsTakenAlsoWhereTheFirstIsWhatTheDatabaseHas() throws Exception {
    platform.apply(Action.START, ID, wish);
    call("SET", "further", "imported");
    backUp();
    byte[] further = file;
    call("DEL", "further");
    backUp();
    Iterator<byte[]> files = List.of(file, further).iterator();

    transport(() -> file = files.next())
        .fill(ID, "one", List.of(FILE.getFirst(), FILE.getFirst()), LIMIT);

    assertThat(call("GET", "further")).isEqualTo("imported");
  }

  @Test
  void secondFileThatIsFarTooLargeIsCalledThat() throws Exception {
    platform.apply(Action.START, ID, Wishes.sized(wish, 1));
    backUp();
    byte[] small = file;
    for (int i = 0; i < 12; i++) {
      call("SETRANGE", "k" + i, "50000000", "x"); // zeros, which a file holds in next to nothing
    }
    backUp();
    Iterator<byte[]> files = List.of(small, file).iterator();

    var failure =
        catchThrowableOfType(
            TransferException.class,
            () ->
                transport(() -> file = files.next())
                    .fill(ID, "one", List.of(FILE.getFirst(), FILE.getFirst()), LIMIT));

    assertThat(failure.failure().reason()).isEqualTo(Reason.FILE_LARGER_THAN_MEM_LIMIT);
    assertThat(call("EXISTS", "k0")).isEqualTo("1");
  }

  @Test
  void fileThatWouldEndARedisLaterIsRefused() throws Exception {
    platform.apply(Action.START, ID, wish);
    call("HSET", "h", "f", "v");
    backUp();
    file = broken(new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes());

    var failure =
        catchThrowableOfType(
            TransferException.class, () -> transport(() -> {}).fill(ID, "one", FILE, LIMIT));

    assertThat(failure.failure().reason()).isEqualTo(Reason.FILE_CORRUPTED);
    assertThat(call("HGET", "h", "f")).isEqualTo("v");
  }

  /// Its last eight bytes are a checksum; one that is zero counts for nothing.
  private static byte[] broken(byte[] rdb) {
    String text = new String(rdb, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(HASH);
    byte[] bytes = text.replace(HASH, BROKEN_HASH).getBytes(StandardCharsets.ISO_8859_1);
    Arrays.fill(bytes, bytes.length - Long.BYTES, bytes.length, (byte) 0);
    return bytes;
  }

  @Test
  void strangerThatAnswersAtLengthIsLeft() throws Exception {
    platform.apply(Action.START, ID, wish);
    try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> answerAtLength(stranger));
      var place = new Secret("redis://:word@127.0.0.1:" + stranger.getLocalPort());

      var failure =
          catchThrowableOfType(
              TransferException.class,
              () -> transport(() -> {}).fill(ID, "one", List.of(place), LIMIT));

      assertThat(failure.failure().reason()).isEqualTo(Reason.DOWNLOAD_ERROR);
      assertThat(failure).hasMessageContaining("this is not a Redis");
    }
  }

  /// Eight of ten thousand texts, each as long as a text may be.
  private static void answerAtLength(ServerSocket stranger) {
    String text = "+" + "a".repeat(1_000_000) + "\r\n";
    String answer = "*10000\r\n" + text.repeat(8);
    try (Socket client = stranger.accept()) {
      client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException _) {
      return; // nobody listens any more
    }
  }

  @Test
  void databaseThatAnImportHasLeftFollowingTakesWritesAgain() throws Exception {
    platform.apply(Action.START, ID, wish);
    try (RedisConnection control = world.control()) {
      control.call("REPLICAOF", "127.0.0.1", Integer.toString(World.freePort())).text();
    }
    Life left = platform.observe(ID, wish).process();

    platform.apply(Action.CONFIGURE, ID, wish);

    assertThat(left).isEqualTo(Life.UNREACHABLE);
    assertThat(platform.observe(ID, wish).process()).isEqualTo(Life.SERVING);
    assertThat(call("SET", "k", "v")).isEqualTo("OK");
  }

  private String call(String... words) throws IOException {
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      return client.call(words).text();
    }
  }
}
