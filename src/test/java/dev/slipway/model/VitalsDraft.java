package dev.slipway.model;

/// What an idle, empty Redis says, until a test says otherwise.
public final class VitalsDraft {
  public String runId = "run-1";
  public int hz = 10;
  public long used = 1_000_000;
  public long limit = 100_000_000;
  public Vitals.Calls reads = new Vitals.Calls(0, 0);
  public Vitals.Calls writes = new Vitals.Calls(0, 0);

  /// As it says it.
  public Vitals vitals() {
    return new Vitals(
        runId,
        hz,
        new Vitals.Memory(used, limit, 1.5, 0),
        new Vitals.Keys(0, 0, 0, 0, 0, 0),
        new Vitals.Clients(0, 0, 0, 0, 0, 0),
        reads,
        writes,
        new Vitals.Calls(0, 0),
        new Vitals.Processor(0, 0, 0, 0));
  }
}
