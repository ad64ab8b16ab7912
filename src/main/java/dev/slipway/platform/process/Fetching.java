package dev.slipway.platform.process;

import dev.slipway.model.Secret;
import dev.slipway.model.Transfer.Reason;
import dev.slipway.platform.Outbound;
import dev.slipway.platform.Storage;
import dev.slipway.platform.TransferException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Gets an RDB from where an import says: a file of a storage, zipped or not, a running Redis, or
/// another database of this server.
///
/// @param databases where the Redis lives that takes a database's writes
record Fetching(
    IntFunction<DatabaseFolder> databases,
    Control control,
    Deadlines deadlines,
    Storage storage,
    Outbound outbound) {
  private static final String DATABASE = "database:";
  private static final String REDIS = "redis://";
  private static final int CHUNK = 1 << 16;
  private static final int GZIP = 0x1f8b;

  /// Copies it.
  ///
  /// @param limit bytes; an RDB is never larger than the memory that its data needs
  void copy(Secret place, OutputStream out, long limit) throws TransferException {
    try {
      if (place.clear().startsWith(DATABASE)) {
        int id = Integer.parseInt(place.clear().substring(DATABASE.length()));
        snapshot(control.connect(databases.apply(id)), out, limit);
      } else if (place.clear().startsWith(REDIS)) {
        snapshot(connect(place.clear().substring(REDIS.length())), out, limit);
      } else {
        storage.read(place, in -> bounded(unzipped(in), out, limit));
      }
    } catch (ZipException | EOFException e) {
      throw new TransferException(
          Reason.FILE_CORRUPTED, "The file is not whole, or not what its packing says.", e);
    } catch (RedisRefusal e) {
      throw new TransferException(
          Reason.NO_PERMISSION, "The source refused to send its data: %s".formatted(e.words()), e);
    } catch (IOException e) {
      throw new TransferException(
          Reason.DOWNLOAD_ERROR, "The source broke off: %s".formatted(e.getMessage()), e);
    }
  }

  private static void snapshot(RedisConnection redis, OutputStream out, long limit)
      throws IOException, TransferException {
    try (redis;
        Snapshot snapshot = Snapshot.of(redis)) {
      bounded(snapshot, out, limit);
    }
  }

  /// To the very address that was checked. The form of the source was checked before, and a parser
  /// of URIs would repeat its password when it does not like a character.
  private RedisConnection connect(String source) throws IOException, TransferException {
    int at = source.lastIndexOf('@');
    int colon = source.lastIndexOf(':');
    var address =
        new InetSocketAddress(
            outbound.addressOf(source.substring(at + 1, colon)),
            Integer.parseInt(source.substring(colon + 1)));
    RedisConnection redis = RedisConnection.open(address, deadlines);
    try {
      if (at > 0) {
        login(redis, source.substring(0, at));
      }
      return redis;
    } catch (IOException e) {
      redis.close();
      throw e;
    }
  }

  /// An answer is one line, however long a stranger makes it.
  private static void login(RedisConnection redis, String login) throws IOException {
    String answer = redis.begin(auth(login).toArray(String[]::new));
    if (answer.startsWith("-")) {
      throw new RedisRefusal(answer.substring(1));
    }
  }

  /// @param login `user:password`, `:password`, or a password alone
  private static List<String> auth(String login) {
    List<String> words = new ArrayList<>(List.of("AUTH"));
    for (String word : login.split(":", 2)) {
      if (!word.isEmpty()) {
        words.add(decoded(word));
      }
    }
    return words;
  }

  private static String decoded(String word) {
    try {
      return URLDecoder.decode(word.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return word; // a percent sign that stands for itself
    }
  }

  /// Its first bytes say whether it is zipped; names lie.
  private static InputStream unzipped(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, CHUNK);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    return (first << 8 | second) == GZIP ? new GZIPInputStream(buffered, CHUNK) : buffered;
  }

  private static void bounded(InputStream in, OutputStream out, long limit)
      throws IOException, TransferException {
    byte[] chunk = new byte[CHUNK];
    long copied = 0;
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      copied += count;
      if (copied > limit) {
        throw ScratchRedis.tooLarge(limit, copied);
      }
      out.write(chunk, 0, count);
    }
  }
}
