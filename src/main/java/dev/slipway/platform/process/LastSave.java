package dev.slipway.platform.process;

import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.util.function.Consumer;

/// Patience with a Redis that saves its data before it ends: what it has not saved is lost with it.
///
/// For use by one thread.
final class LastSave implements Patience {
  /// Ten minutes: slow disks write 100 GB in that time, and a service manager must end one day.
  private static final int LONGEST = 120;

  /// Half a minute without a byte: what a busy disk may take to write back what it was given.
  private static final int LONGEST_STILL = 6;

  private final Resident resident;
  private final DatabaseFolder folder;
  private final Consumer<String> say;
  private int asked;
  private int still;
  private long size;

  /// @param say takes a line about what is waited for
  LastSave(Resident resident, DatabaseFolder folder, Consumer<String> say) {
    this.resident = resident;
    this.folder = folder;
    this.say = say;
  }

  @Override
  public boolean more() throws IOException, PlatformException {
    String words = new EngineLog(folder).wordsOnEnding();
    if (words.contains("Error trying to save the DB")) {
      throw Failures.unsaved(resident.pid(), words, folder.path());
    }
    long now = new UnfinishedSaves(folder).size();
    still = now == size ? still + 1 : 0;
    size = now;
    boolean more = asked < LONGEST && still < (now == 0 ? 1 : LONGEST_STILL);
    if (more && asked == 0) {
      say.accept(
          "Database %d saves its data before it ends (process %d); this may take 10 minutes."
              .formatted(folder.id(), resident.pid()));
    }
    asked++;
    return more;
  }
}
