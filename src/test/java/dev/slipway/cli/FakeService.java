package dev.slipway.cli;

import dev.slipway.CannotStart;
import dev.slipway.Config;
import java.util.List;
import java.util.Map;

/// A program whose server is only a name, to be run as a process of its own. Variables say how it
/// ends.
record FakeService(Config config) implements Service {
  static final String LEFT = "FAKE_LEFT";
  static final String BROKEN = "FAKE_BROKEN";

  public static void main(String[] words) {
    System.exit(
        new CommandLineTool(
                FakeService::new,
                (data, _) -> {
                  throw new CannotStart("there is no account in " + data);
                },
                new FakeDatabases(0),
                _ -> List.of(),
                Map.of(),
                System.out,
                System.err)
            .run(words));
  }

  @Override
  public int port() {
    return 4711;
  }

  @Override
  public int runningDatabases() {
    return Integer.parseInt(System.getenv().getOrDefault(LEFT, "0"));
  }

  @Override
  public void close() {
    if (System.getenv().containsKey(BROKEN)) {
      throw new IllegalStateException("the last transaction failed");
    }
    System.out.println("closed");
  }
}
