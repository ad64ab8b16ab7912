package dev.slipway.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The log of a database's Redis: at most three files of 10 MiB. Redis opens it for each line, so
/// it can be moved away under a running one.
record EngineLog(DatabaseFolder folder) {
  private static final long LARGEST = 10L << 20;
  private static final int QUOTE = 500;

  /// Moves a log that is too large out of the way, and the oldest out of the world.
  void rotate() throws IOException {
    Path log = folder.file(RedisConf.LOG);
    if (Files.exists(log, LinkOption.NOFOLLOW_LINKS) && Files.size(log) > LARGEST) {
      Path first = folder.file(RedisConf.LOG + ".1");
      if (Files.exists(first, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(first, folder.file(RedisConf.LOG + ".2"), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(log, first, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /// How much is in it.
  long size() throws IOException {
    return Files.size(folder.file(RedisConf.LOG));
  }

  /// The file to append to; made when it is not there.
  Path open() throws IOException {
    rotate();
    Path log = folder.file(RedisConf.LOG);
    if (!Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS)) {
      folder.write(RedisConf.LOG, "");
    }
    return log;
  }

  /// The last lines that Redis wrote since the log had this size, at most 500 characters. What
  /// looks like a hash is blacked out.
  String lastWords(long since) throws IOException {
    List<String> lines = folder.read(RedisConf.LOG, since).lines().toList();
    String text = String.join("\n", lines.subList(Math.max(0, lines.size() - 6), lines.size()));
    String clean = clean(text);
    return clean.substring(Math.max(0, clean.length() - QUOTE));
  }

  /// The first lines that Redis wrote since it was last asked to end, at most 500 characters.
  String wordsOnEnding() throws IOException {
    String log = folder.read(RedisConf.LOG, 0);
    int asked = log.lastIndexOf("User requested shutdown");
    String clean = asked < 0 ? "" : clean(log.substring(asked));
    return clean.substring(0, Math.min(QUOTE, clean.length()));
  }

  private static String clean(String text) {
    return text.replaceAll("[0-9a-f]{40,}", "***").strip();
  }
}
