package dev.slipway.platform.process;

import dev.slipway.model.DatabaseUser;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may do what in a database: the tenant's `default` user, the users of the tenant's roles, and
/// Slipway's own `slipway`. Passwords appear as SHA-256 only.
///
/// No tenant has the commands that would take the process, its settings, its files or its
/// replication out of Slipway's hands, whatever a rule grants.
final class Users {
  /// Slipway's own user.
  static final String CONTROL = "slipway";

  /// The user of whoever names none.
  private static final String DEFAULT = "default";

  private static final String EVERYTHING = "~* &* +@all";

  private static final String FORBIDDEN =
      "-config -debug -module -shutdown -replicaof -slaveof -migrate -sync -psync -failover -save"
          + " -bgsave -bgrewriteaof -acl|setuser -acl|deluser -acl|genpass -acl|load -acl|save"
          + " -acl|log -client|pause -client|unpause -cluster|addslots -cluster|addslotsrange"
          + " -cluster|delslots -cluster|delslotsrange -cluster|flushslots -cluster|setslot"
          + " -cluster|meet -cluster|forget -cluster|reset -cluster|replicate -cluster|failover"
          + " -cluster|saveconfig -cluster|set-config-epoch -cluster|bumpepoch";

  /// What the service lets every user do, and Redis only whom it is granted (api-rules 4.12).
  private static final String TRANSACTIONS = "+multi +exec +discard";

  /// What no wish says and every line has. Changed by another version of this program, it makes the
  /// users of every database be set anew.
  static final String STANDING_RULES = EVERYTHING + " " + TRANSACTIONS + " " + FORBIDDEN;

  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
  private static final Pattern PART = Pattern.compile("\\(([^)]*)\\)|[^ \\t]+");
  private static final Pattern CHANNELS =
      Pattern.compile("&.*|(all|reset)channels", Pattern.CASE_INSENSITIVE);

  private Users() {}

  /// One user as Redis is told of it.
  ///
  /// @param rules one or more words each; a selector is one in brackets
  record Line(String name, List<String> rules) {
    /// As a line of the ACL file, in which only blanks divide words: a quote there stands for
    /// itself. Nothing in it may be a line's end: {@link #flaw} sees to that.
    String text() {
      return "user " + name + " " + String.join(" ", rules) + "\n";
    }

    /// As a command for a running Redis. What is not said any more is taken away, all at once:
    /// connected clients stay, and go on by the new rules.
    List<String> command() {
      return Stream.concat(Stream.of("ACL", "SETUSER", name), rules.stream()).toList();
    }
  }

  /// Those that every database has.
  ///
  /// @param tenantHash SHA-256 of the default user's password in hex, or empty when it is off
  static List<Line> standing(String tenantHash, String controlHash) {
    String login = tenantHash.isEmpty() ? "off" : "on #" + tenantHash;
    return List.of(
        line(DEFAULT, login + " " + EVERYTHING + " " + FORBIDDEN),
        line(CONTROL, "on #" + controlHash + " " + EVERYTHING));
  }

  /// How the default user logs in, out of a list of users as Redis tells it.
  ///
  /// @return SHA-256 of its password; empty when it is off; otherwise words that no wish can equal
  static String loginHash(List<String> listed) {
    List<String> rules =
        listed.stream()
            .filter(line -> line.startsWith("user " + DEFAULT + " "))
            .flatMap(line -> words(line.replaceFirst(" \\(.*", "")))
            .toList();
    List<String> hashes = rules.stream().filter(rule -> rule.startsWith("#")).toList();
    if (!rules.contains("on")) {
      return "";
    }
    return hashes.size() == 1 ? hashes.getFirst().substring(1) : "none or several";
  }

  /// The ACL file, with the users of roles that can be told in it.
  static String aclFile(String tenantHash, String controlHash, List<DatabaseUser> guests) {
    return Stream.concat(
            standing(tenantHash, controlHash).stream(),
            guests.stream().filter(guest -> flaw(guest).isEmpty()).map(Users::guest))
        .map(Line::text)
        .collect(Collectors.joining());
  }

  private static Line line(String name, String rules) {
    return new Line(name, words("reset " + rules).toList());
  }

  /// A user of a role: what its rule grants, in the rule's own order, without what is forbidden.
  static Line guest(DatabaseUser user) {
    Stream<String> login = words("reset on #" + user.passwordHash() + open(outside(user.rule())));
    Stream<String> granted = PART.matcher(user.rule()).results().map(Users::part);
    Stream<String> last = words(TRANSACTIONS + " " + FORBIDDEN);
    return new Line(user.name(), Stream.of(login, granted, last).flatMap(words -> words).toList());
  }

  /// A selector grants what it names whatever stands outside, and so forbids by itself.
  private static String part(MatchResult part) {
    String inside = part.group(1);
    return inside == null
        ? part.group()
        : "("
            + words(open(inside) + " " + inside + " " + FORBIDDEN).collect(Collectors.joining(" "))
            + ")";
  }

  private static String outside(String rule) {
    return PART.matcher(rule)
        .results()
        .filter(part -> part.group(1) == null)
        .map(MatchResult::group)
        .collect(Collectors.joining(" "));
  }

  /// Channels are open to whoever has no rule for them (api-rules 4.12); to Redis they are closed.
  private static String open(String rules) {
    return words(rules).anyMatch(word -> CHANNELS.matcher(word).matches()) ? "" : " &*";
  }

  private static Stream<String> words(String text) {
    return BLANKS.splitAsStream(text).filter(word -> !word.isEmpty());
  }

  /// Why a user cannot be told to Redis at all; empty when it can.
  static Optional<String> flaw(DatabaseUser user) {
    if (user.name().equals(DEFAULT) || user.name().equals(CONTROL)) {
      return Optional.of("this name is kept for a user that every database has");
    }
    if (user.name().chars().anyMatch(c -> c <= ' ' || c == 127)) {
      return Optional.of("a name has no blanks and no control characters");
    }
    return user.rule().chars().anyMatch(c -> c != '\t' && (c < ' ' || c == 127))
        ? Optional.of("a rule has no control characters")
        : Optional.empty();
  }
}
