package dev.slipway.platform.process;

import dev.slipway.model.Sha256;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was last said of its users to the Redis in a folder, and how it listed them then: Redis
/// tells rules in a form of its own, which differs from engine to engine, so that its list can be
/// compared with nothing but an earlier one (docs/decisions/016).
///
/// @param users stands for the users that were wanted
/// @param seal stands for Redis's list right after that, and for the rules of this program
/// @param refused the users that Redis did not take, and why
record LastAdmission(String users, String seal, Map<String, String> refused) {
  private static final String FILE = "users.set";
  private static final LastAdmission NONE = new LastAdmission("", "", Map.of());

  /// Stands for a list of users as Redis tells it.
  static String seal(List<String> listed) {
    return Sha256.hex(Users.STANDING_RULES + "\n" + String.join("\n", listed));
  }

  /// The last one in this folder; one that fits no list when there was none.
  static LastAdmission in(DatabaseFolder folder) throws IOException {
    List<String> lines = folder.read(FILE, 0).lines().toList();
    String[] last = lines.isEmpty() ? new String[0] : lines.getLast().split(" ");
    if (last.length != 2) {
      return NONE;
    }
    Map<String, String> refused = new LinkedHashMap<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
      String[] words = line.split(" ", 2);
      refused.put(words[0], words[words.length - 1]);
    }
    return new LastAdmission(last[0], last[1], refused);
  }

  /// Keeps it. What fits comes last, where a file that grew too long is still read.
  void keep(DatabaseFolder folder) throws IOException {
    folder.write(
        FILE,
        Stream.concat(
                refused.entrySet().stream().map(user -> user.getKey() + " " + user.getValue()),
                Stream.of(users + " " + seal))
            .collect(Collectors.joining("\n")));
  }
}
