package dev.slipway.platform.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One answer of a web server: its head, and its body as far as it was promised. A body that ends
/// before is an {@link IOException}.
///
/// @param headers by their names in lower case
record WebAnswer(int status, Map<String, String> headers, InputStream body) {
  private static final int LONGEST_LINE = 8192;
  private static final int MOST_LINES = 100;

  /// Reads the head, and nothing of the body.
  static WebAnswer read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", 3);
    if (first.length < 2 || !first[0].startsWith("HTTP/1.") || !first[1].matches("\\d{3}")) {
      throw new IOException("this is no web server");
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] pair = line.split(":", 2);
      if (pair.length < 2 || headers.size() == MOST_LINES) {
        throw new IOException("the head of the answer cannot be read");
      }
      headers.put(pair[0].strip().toLowerCase(Locale.ROOT), pair[1].strip());
    }
    return new WebAnswer(Integer.parseInt(first[1]), headers, body(headers, in));
  }

  /// A header; empty when it is not there.
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  private static InputStream body(Map<String, String> headers, InputStream in) throws IOException {
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return new Pieces(in, 0, true);
    }
    String length = headers.get("content-length");
    if (length == null) {
      return in;
    }
    if (!length.matches("\\d{1,18}")) {
      throw new IOException("the length of the file cannot be read");
    }
    return new Pieces(in, Long.parseLong(length), false);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() == LONGEST_LINE) {
        throw new IOException("the answer broke off in its head");
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  /// A body of known length, or of pieces that each tell their length (RFC 9112, 7.1).
  private static final class Pieces extends FilterInputStream {
    private final boolean chunked;
    private long left;
    private boolean begun;
    private boolean ended;

    Pieces(InputStream in, long left, boolean chunked) {
      super(in);
      this.left = left;
      this.chunked = chunked;
      this.ended = !chunked && left == 0;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
      if (left == 0 && chunked && !ended) {
        nextPiece();
      }
      if (ended) {
        return -1;
      }
      int count = in.read(into, offset, (int) Math.min(most, left));
      if (count < 0) {
        throw new IOException("the file broke off");
      }
      left -= count;
      ended = !chunked && left == 0;
      return count;
    }

    private void nextPiece() throws IOException {
      if (begun) {
        line(in); // the end of the piece before
      }
      begun = true;
      String size = line(in).split(";", 2)[0].strip();
      if (!size.matches("[0-9A-Fa-f]{1,15}")) {
        throw new IOException("the length of a piece cannot be read");
      }
      left = Long.parseLong(size, 16);
      ended = left == 0;
    }
  }
}
