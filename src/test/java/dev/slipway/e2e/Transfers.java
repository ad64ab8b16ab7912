package dev.slipway.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Backups and imports of one database, as a client sees them.
///
/// @param path of the database
record Transfers(Walker walker, String path) {
  /// How a backup to this place ended.
  JsonNode backUp(String place) throws Exception {
    walker.resource(
        walker.post(path + "/backup", "{\"adhocBackupPath\": \"%s\"}".formatted(place)));
    return ended("/backup");
  }

  /// How an import from there ended.
  JsonNode fill(String type, String uri) throws Exception {
    walker.resource(walker.post(path + "/import", order(type, uri)));
    return ended("/import");
  }

  static String order(String type, String uri) {
    return "{\"sourceType\": \"%s\", \"importFromUri\": [\"%s\"]}".formatted(type, uri);
  }

  /// What the status says when it is under way no more.
  JsonNode ended(String what) throws Exception {
    return Eventually.until(
        () -> status(what),
        status -> List.of("success", "failed").contains(status.path("status").asString("")));
  }

  JsonNode status(String what) throws Exception {
    return walker.verdict(walker.get(path + what)).at("/response/resource");
  }

  /// The only file below a folder.
  static Path onlyFile(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = files.filter(Files::isRegularFile).toList();
      if (found.size() != 1) {
        throw new AssertionError("not one file: " + found);
      }
      return found.getFirst();
    }
  }
}
