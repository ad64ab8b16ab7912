package dev.slipway.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test of the launcher script on a machine of its own.
abstract class MachineTest {
  FakeMachine machine;

  @BeforeEach
  void clean(@TempDir Path folder) throws IOException {
    machine = new FakeMachine(folder.toRealPath());
  }
}
