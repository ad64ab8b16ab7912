package dev.slipway.platform.process;

import java.io.IOException;
import java.util.Optional;

/// Knows who lives in the folders of databases, by the processes and by whom they answer to.
record Household(Residents residents, Control control) implements Inspection.Home {
  /// Who lives in the folder; where processes cannot be searched, whoever answers on its socket.
  @Override
  public Optional<Resident> resident(DatabaseFolder folder) throws IOException {
    if (!folder.exists()) {
      return Optional.empty();
    }
    Optional<Resident> found = residents.of(folder);
    if (found.isPresent()) {
      return found;
    }
    try {
      return residents.named(control.identify(folder));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
