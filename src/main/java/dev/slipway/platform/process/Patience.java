package dev.slipway.platform.process;

import dev.slipway.platform.PlatformException;
import java.io.IOException;

/// Whether a Redis that was asked to end and has not may go on for a little.
interface Patience {
  /// Nobody wants its data.
  Patience NONE = () -> false;

  /// Whether it may have as long again. Asked each time when that has passed.
  ///
  /// @throws PlatformException when it must not be killed either, with what the user can do
  boolean more() throws IOException, PlatformException;

  /// Makes one for each process.
  interface Source {
    Patience with(Resident resident, DatabaseFolder folder);
  }
}
