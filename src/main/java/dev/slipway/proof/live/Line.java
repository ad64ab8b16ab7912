package dev.slipway.proof.live;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// A line as HTTP and Redis write it, in ASCII and ended by CR LF.
public final class Line {
  private Line() {}

  /// Reads up to the end of the line, which is left out.
  ///
  /// @throws EOFException when the connection ends before the line does
  public static String read(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended before an answer");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
