package dev.slipway.cli;

import java.io.IOException;
import java.nio.file.Path;

/// The databases of a data folder, as `down` needs to know them; a server may run beside it.
public interface Databases {
  /// How many run at this moment.
  ///
  /// @throws IOException when the folder cannot be read
  int running(Path data) throws IOException;

  /// Ends those that run.
  ///
  /// @return how many there were
  /// @throws IOException when the folder cannot be read
  /// @throws dev.slipway.CannotStart when one cannot be ended
  int end(Path data) throws IOException;
}
