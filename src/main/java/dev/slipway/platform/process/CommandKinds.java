package dev.slipway.platform.process;

import dev.slipway.model.Vitals.Calls;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Which commands of an engine read and which write, as the engine itself says; and which Slipway
/// uses to look at a database, so that nobody can tell whose they were: they count for nobody.
///
/// @param reading names, with `|` before a subcommand
/// @param writing the same
record CommandKinds(Set<String> reading, Set<String> writing) {
  /// The commands whose answers tell.
  static final List<List<String>> QUESTIONS =
      List.of(List.of("ACL", "CAT", "read"), List.of("ACL", "CAT", "write"));

  private static final Set<String> OWN =
      Set.of("acl", "auth", "config", "info", "ping", "psync", "replconf", "slowlog", "sync");
  private static final String STATISTIC = "cmdstat_";

  /// Reads the answers.
  static CommandKinds of(List<Reply> answers) throws IOException {
    return new CommandKinds(
        Set.copyOf(Report.texts(answers.get(0))), Set.copyOf(Report.texts(answers.get(1))));
  }

  /// What was read, out of the lines of an INFO answer.
  Calls reads(Map<String, String> info) {
    return sum(info, name -> reading.contains(name) && !writing.contains(name));
  }

  /// What was written.
  Calls writes(Map<String, String> info) {
    return sum(info, writing::contains);
  }

  /// Everything else.
  Calls others(Map<String, String> info) {
    return sum(info, name -> !reading.contains(name) && !writing.contains(name));
  }

  private static Calls sum(Map<String, String> info, Predicate<String> kind) {
    return info.entrySet().stream()
        .filter(line -> line.getKey().startsWith(STATISTIC))
        .filter(line -> kind.test(name(line.getKey())) && !own(name(line.getKey())))
        .map(line -> calls(Fields.of(line.getValue())))
        .reduce(new Calls(0, 0), Calls::and);
  }

  private static String name(String key) {
    return key.substring(STATISTIC.length());
  }

  private static boolean own(String name) {
    int bar = name.indexOf('|');
    return OWN.contains(bar < 0 ? name : name.substring(0, bar));
  }

  private static Calls calls(Fields fields) {
    return new Calls(fields.whole("calls"), fields.whole("usec"));
  }
}
