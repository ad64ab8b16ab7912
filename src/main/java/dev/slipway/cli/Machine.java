package dev.slipway.cli;

import dev.slipway.Config;
import dev.slipway.model.Check;
import java.util.List;

/// The machine, as `doctor` needs to know it.
@FunctionalInterface
public interface Machine {
  /// Everything that a server with this configuration depends on, in the order to be told. It
  /// changes nothing.
  List<Check> examine(Config config);
}
