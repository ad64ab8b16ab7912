package dev.slipway;

import java.util.ArrayDeque;
import java.util.Deque;

/// What a server has to end, the last that came first. One that fails does not keep the others.
final class Parts implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Parts.class.getName());

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  /// Ends this part with the server.
  <T extends AutoCloseable> T closing(T part) {
    parts.push(part);
    return part;
  }

  /// Does this when the server ends.
  void atEnd(AutoCloseable deed) {
    parts.push(deed);
  }

  @Override
  public void close() {
    parts.forEach(Parts::end);
    parts.clear();
  }

  private static void end(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.ERROR, "a part did not end as it should", e);
    }
  }
}
