package dev.slipway.command;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// What this server can run databases on.
///
/// @param host the name that the endpoints of databases carry
/// @param firstPort the lowest port for databases
/// @param lastPort the highest port for databases
/// @param strictEngine whether a request that no installed engine fulfils is refused; otherwise the
///   nearest engine runs it, and the answers say so
/// @param engineVersions versions of the installed engines, such as `7.0.15`; to ask an engine for
///   its version starts it, so only a rule that needs to know asks
/// @param memoryBudgetGb what all databases may take together; empty for no budget
public record Installation(
    String host,
    int firstPort,
    int lastPort,
    boolean strictEngine,
    Supplier<List<String>> engineVersions,
    OptionalDouble memoryBudgetGb) {
  /// With versions that are known, and no budget.
  public Installation(
      String host, int firstPort, int lastPort, boolean strictEngine, List<String> engineVersions) {
    this(host, firstPort, lastPort, strictEngine, () -> engineVersions, OptionalDouble.empty());
  }

  /// The same with a budget.
  public Installation within(double gb) {
    return new Installation(
        host, firstPort, lastPort, strictEngine, engineVersions, OptionalDouble.of(gb));
  }
}
