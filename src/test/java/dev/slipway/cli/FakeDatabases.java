package dev.slipway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Databases that are only a number. A server on the folder, when there is one, may end some.
final class FakeDatabases implements Databases {
  final List<Path> endedFolders = new ArrayList<>();
  private final int running;
  private int endedByServer;
  private @Nullable IOException failure;

  FakeDatabases(int running) {
    this.running = running;
  }

  void serverEnds(int count) {
    endedByServer = count;
  }

  @Override
  public int running(Path data) {
    return running;
  }

  void fail(IOException withThis) {
    failure = withThis;
  }

  @Override
  public int end(Path data) throws IOException {
    if (failure != null) {
      throw failure;
    }
    endedFolders.add(data);
    return running - endedByServer;
  }
}
