package dev.slipway.proof.bench;

import dev.slipway.proof.live.Line;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What `redis-cli --rdb FILE` does: all data of a Redis without a password, as it would send it to
/// a replica, in a file that is synced.
record RdbDump(int port, Path file) {
  private static final String MARKED = "$EOF:";
  private static final int CHUNK = 1 << 16;
  private static final List<String> BEFORE = List.of("REPLCONF capa eof", "REPLCONF rdb-only 1");

  /// Takes it.
  void run() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        InputStream in = new BufferedInputStream(socket.getInputStream(), CHUNK);
        FileOutputStream out = new FileOutputStream(file.toFile())) {
      for (String command : BEFORE) {
        send(socket, command);
        String _ = Line.read(in);
      }
      send(socket, "SYNC");
      copy(in, mark(in), out);
      out.getFD().sync();
    }
  }

  private static void send(Socket socket, String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /// What comes behind the data.
  private static byte[] mark(InputStream in) throws IOException {
    String line = Line.read(in);
    while (line.isEmpty()) {
      line = Line.read(in);
    }
    if (!line.startsWith(MARKED)) {
      throw new IOException("Redis sends no data: " + line);
    }
    return line.substring(MARKED.length()).getBytes(StandardCharsets.US_ASCII);
  }

  private static void copy(InputStream in, byte[] mark, FileOutputStream out) throws IOException {
    byte[] last = new byte[0];
    byte[] chunk = new byte[CHUNK];
    while (!Arrays.equals(last, mark)) {
      int count = in.read(chunk);
      if (count < 0) {
        throw new EOFException("Redis broke off");
      }
      out.write(chunk, 0, count);
      byte[] joined = Arrays.copyOf(last, last.length + count);
      System.arraycopy(chunk, 0, joined, last.length, count);
      last = Arrays.copyOfRange(joined, Math.max(0, joined.length - mark.length), joined.length);
    }
    out.getChannel().truncate(out.getChannel().size() - mark.length);
  }
}
