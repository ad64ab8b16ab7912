package dev.slipway.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Databases that are only a number. A server on the folder, when there is one, may end some.
final class FakeDatabases implements Databases {
  final List<Path> endedFolders = new ArrayList<>();
  private final int running;
  private int endedByServer;

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

  @Override
  public int end(Path data) {
    endedFolders.add(data);
    return running - endedByServer;
  }
}
