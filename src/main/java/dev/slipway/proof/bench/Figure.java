package dev.slipway.proof.bench;

import java.util.List;

/// One thing that is measured.
public interface Figure {
  /// What it is called on the command line.
  String name();

  /// Measures it.
  List<Measured> measure(Workbench bench) throws Exception;

  /// All of them, in the order of the table.
  static List<Figure> all() {
    return List.of(
        new CreateDatabase("plain", "\"replication\": false", 4),
        new CreateDatabase(
            "append-only",
            """
            "replication": false, "dataPersistence": "aof-every-1-second"\
            """,
            4),
        new CreateDatabase("tls", "\"replication\": false, \"enableTls\": true", 4),
        new CreateDatabase("replicated", "\"replication\": true", 6),
        new Failover(),
        new PlannedFailover(),
        new SubmitToTerminal(1),
        new SubmitToTerminal(32),
        new DurableSubmits(),
        new ExecToReady(),
        new IdleMemory(),
        new Recovery(),
        new TaskList(),
        new GetThroughput("plain", "\"replication\": false"),
        new GetThroughput("tls", "\"replication\": false, \"enableTls\": true"),
        new ManyAtOnce(),
        new LiveChange(),
        new Backup());
  }
}
