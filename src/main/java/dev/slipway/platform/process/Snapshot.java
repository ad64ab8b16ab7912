package dev.slipway.platform.process;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// All data of a running Redis as an RDB, as it would send it to a replica. Redis writes it
/// straight into the connection, from a child of its own: neither side has a temporary copy.
///
/// The length is not known before: the data ends with a mark of 40 bytes that came ahead of it. A
/// Redis that has the RDB on its disk tells the length instead.
final class Snapshot extends InputStream {
  private static final String MARKED = "$EOF:";
  private static final int MARK = 40;
  private static final int CHUNK = 1 << 16;

  private final RedisConnection connection;
  private final byte[] buffer = new byte[CHUNK];
  private final byte[] mark;
  private int from;
  private int to;

  /// What of the length is still to come; unused where there is a mark.
  private long left;

  private boolean whole;

  private Snapshot(RedisConnection connection, byte[] mark, long left) {
    this.connection = connection;
    this.mark = mark;
    this.left = left;
  }

  /// Asks for it over a connection that may do so; the connection is good for nothing else then.
  static Snapshot of(RedisConnection connection) throws IOException {
    connection.begin("REPLCONF", "capa", "eof");
    // Refused by an engine that does not know it: the stream of writes that follows is not read.
    connection.begin("REPLCONF", "rdb-only", "1");
    String head = connection.begin("SYNC");
    if (head.startsWith(MARKED)) {
      byte[] mark = head.substring(MARKED.length()).getBytes(StandardCharsets.US_ASCII);
      if (mark.length == MARK) {
        return new Snapshot(connection, mark, Long.MAX_VALUE);
      }
    } else if (head.startsWith("$")) {
      return new Snapshot(connection, new byte[0], Long.parseLong(head.substring(1)));
    } else if (head.startsWith("-")) {
      throw new RedisRefusal(head.substring(1));
    }
    throw new IOException("this is not a Redis: it answered something else");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int most) throws IOException {
    while (ready() == 0 && !whole) {
      fill();
    }
    if (ready() == 0) {
      return most == 0 ? 0 : -1;
    }
    int count = Math.min(most, ready());
    System.arraycopy(buffer, from, into, offset, count);
    from += count;
    return count;
  }

  /// What is surely data: the last bytes may be the beginning of the mark.
  private int ready() {
    return whole ? to - from : Math.max(0, to - from - mark.length);
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int room = (int) Math.min(buffer.length - to, left);
    int count = room == 0 ? 0 : connection.receive(buffer, to, room);
    if (count < 0) {
      throw new EOFException("Redis broke off its snapshot");
    }
    to += count;
    if (mark.length == 0) {
      left -= count;
      whole = left == 0;
    } else if (to >= MARK && Arrays.equals(buffer, to - MARK, to, mark, 0, MARK)) {
      to -= MARK;
      whole = true;
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
