package dev.slipway.platform.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.apache.commons.net.DefaultSocketFactory;

/// The connections of one client of an FTP server. What the server says to commands is bounded: the
/// client keeps each reply whole, and one without an end would take all memory.
///
/// For use by one thread.
final class BriefReplies extends DefaultSocketFactory {
  private static final int MOST = 64 << 10;

  private boolean begun;

  /// The first is for commands, the others are for data.
  @Override
  public Socket createSocket() {
    boolean commands = !begun;
    begun = true;
    return commands ? new Commands() : new Socket();
  }

  private static final class Commands extends Socket {
    @Override
    public InputStream getInputStream() throws IOException {
      return new Bounded(super.getInputStream());
    }
  }

  private static final class Bounded extends FilterInputStream {
    private int left = MOST;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
      int count = super.read(into, offset, most);
      left -= count;
      if (left < 0) {
        throw new IOException("the FTP server says more than it is listened to");
      }
      return count;
    }
  }
}
