package dev.slipway.model;

/// What a running Redis says of its work. What counts up does so since its start, and holds what
/// clients asked for, without what Slipway itself asks.
///
/// @param runId the server's own id, new at every start
/// @param hz how often a second it looks after itself while nobody asks it for anything
public record Vitals(
    String runId,
    int hz,
    Memory memory,
    Keys keys,
    Clients clients,
    Calls reads,
    Calls writes,
    Calls others,
    Processor processor) {
  /// @param used bytes that its data and buffers take
  /// @param limit bytes that they may take
  /// @param fragmentation what the system gave it for each byte that it uses
  /// @param lua bytes of its scripts
  public record Memory(long used, long limit, double fragmentation, long lua) {
    /// How much of the limit is used, in percent; 0 without a limit.
    public double percent() {
      return limit == 0 ? 0 : 100.0 * used / limit;
    }
  }

  /// @param present how many there are
  /// @param expiring how many of them will go by themselves
  /// @param expired how many went so
  /// @param evicted how many were removed to make room
  /// @param hits reads that found one
  /// @param misses reads that found none
  public record Keys(
      long present, long expiring, long expired, long evicted, long hits, long misses) {}

  /// @param connected how many there are
  /// @param arrived how many there have been
  /// @param channels that somebody listens to
  /// @param patterns of channels that somebody listens to
  public record Clients(
      long connected, long arrived, long bytesIn, long bytesOut, long channels, long patterns) {}

  /// Commands that were carried out.
  ///
  /// @param micros how long that took, without the time on the network
  public record Calls(long count, long micros) {
    /// Both together.
    public Calls and(Calls other) {
      return new Calls(count + other.count, micros + other.micros);
    }
  }

  /// Seconds of a core.
  ///
  /// @param system in the kernel
  /// @param user outside of it
  /// @param mainSystem in the kernel, by the thread that carries out commands
  /// @param mainUser outside of it, by that thread
  public record Processor(double system, double user, double mainSystem, double mainUser) {}

  /// All commands.
  public Calls all() {
    return reads.and(writes).and(others);
  }
}
