package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_ALLCHANNELS_BEFORE_SPECIFIC_CHANNEL;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_ALLKEYS_BEFORE_SPECIFIC_KEY;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_INVALID_CATEGORY_RULE_PATTERN;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_INVALID_COMMAND_OR_MODULE_COMMAND_RULE_PATTERN;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_INVALID_KEYSPACE_RULE_PATTERN;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_INVALID_KEY_PERMISSION_PATTERN;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_INVALID_PUBSUB_PATTERN;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_INVALID_SELECTORS_PATTERN;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_PATTERN_IS_MISSING;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_PATTERN_NOT_VALID;

import dev.slipway.model.ProblemType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a text is a rule that Redis could apply (api-rules 4.12): words in a row, each of which
/// grants or takes commands, keys or channels. What belongs to a user, such as passwords and `on`,
/// is no part of a rule.
final class RuleGrammar {
  private static final int LONGEST = 4_096;

  /// Each is sent to Redis with all that is forbidden.
  private static final int MOST_SELECTORS = 16;

  private static final String SECRET = "><#!";
  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
  private static final Pattern COMMAND =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9_.-]*(\\|[a-zA-Z0-9_-]+)?");
  private static final Pattern KEY_PERMISSION =
      Pattern.compile("%(R|W|RW|WR)~.+", Pattern.CASE_INSENSITIVE);

  /// The groups of Redis 7 and of its modules.
  private static final Set<String> CATEGORIES =
      Set.of(
          "all",
          "keyspace",
          "read",
          "write",
          "set",
          "sortedset",
          "list",
          "hash",
          "string",
          "bitmap",
          "hyperloglog",
          "geo",
          "stream",
          "pubsub",
          "admin",
          "fast",
          "slow",
          "blocking",
          "dangerous",
          "connection",
          "transaction",
          "scripting",
          "json",
          "search",
          "timeseries",
          "bloom",
          "cuckoo",
          "cms",
          "topk",
          "tdigest",
          "vectorset");

  private static final Set<String> PLAIN =
      Set.of(
          "allcommands",
          "nocommands",
          "allkeys",
          "resetkeys",
          "allchannels",
          "resetchannels",
          "clearselectors");

  private boolean allKeys;
  private boolean allChannels;

  private RuleGrammar() {}

  /// Refuses with the ACL_REDIS_RULE_ type that says which word is wrong.
  static void check(String rule) {
    if (rule.isBlank()) {
      throw new Refused(
          ACL_REDIS_RULE_PATTERN_IS_MISSING,
          "redisRule is empty.",
          "Send one such as \"+@read ~cache:*\".");
    }
    checkText(rule);
    var outer = new RuleGrammar();
    int selectors = 0;
    String rest = rule.strip();
    while (!rest.isEmpty()) {
      int end = rest.startsWith("(") ? endOfSelector(rest) : endOfWord(rest);
      String word = rest.substring(0, end);
      if (word.startsWith("(")) {
        checkSelector(word, ++selectors);
      } else {
        outer.word(word);
      }
      rest = rest.substring(end).stripLeading();
    }
  }

  /// Redis reads its users from a file, a line for each.
  private static void checkText(String rule) {
    if (rule.length() > LONGEST) {
      throw new Refused(
          ACL_REDIS_RULE_PATTERN_NOT_VALID,
          "redisRule may have at most %s characters, and this one has %s."
              .formatted(LONGEST, rule.length()));
    }
    if (rule.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
      throw new Refused(
          ACL_REDIS_RULE_PATTERN_NOT_VALID,
          "redisRule has a line's end or another control character.",
          "Separate its words by blanks.");
    }
  }

  private static void checkSelector(String selector, int ordinal) {
    if (ordinal > MOST_SELECTORS) {
      throw refused(
          ACL_REDIS_RULE_INVALID_SELECTORS_PATTERN,
          selector,
          "is one selector more than the %s of a rule".formatted(MOST_SELECTORS));
    }
    String inside = selector.substring(1, selector.length() - 1).strip();
    if (inside.isEmpty()) {
      throw refused(ACL_REDIS_RULE_INVALID_SELECTORS_PATTERN, selector, "is empty");
    }
    var inner = new RuleGrammar();
    BLANKS.splitAsStream(inside).forEach(inner::word);
  }

  private static int endOfSelector(String rest) {
    int end = rest.indexOf(')');
    boolean closed =
        end > 0 && (end + 1 == rest.length() || Character.isWhitespace(rest.charAt(end + 1)));
    if (!closed || rest.substring(1, end).contains("(")) {
      throw refused(
          ACL_REDIS_RULE_INVALID_SELECTORS_PATTERN, rest, "is no selector in one pair of brackets");
    }
    return end + 1;
  }

  private static int endOfWord(String rest) {
    var blank = BLANKS.matcher(rest);
    return blank.find() ? blank.start() : rest.length();
  }

  private void word(String word) {
    switch (word.charAt(0)) {
      case '+', '-' -> grant(word);
      case '~' -> key(word, word.length() > 1, ACL_REDIS_RULE_INVALID_KEYSPACE_RULE_PATTERN);
      case '%' ->
          key(
              word,
              KEY_PERMISSION.matcher(word).matches(),
              ACL_REDIS_RULE_INVALID_KEY_PERMISSION_PATTERN);
      case '&' -> channel(word);
      default -> plain(word);
    }
  }

  private static void grant(String word) {
    String what = word.substring(1);
    if (what.startsWith("@")) {
      if (!CATEGORIES.contains(what.substring(1).toLowerCase(Locale.ROOT))) {
        throw refused(
            ACL_REDIS_RULE_INVALID_CATEGORY_RULE_PATTERN, word, "names no group of commands");
      }
    } else if (!COMMAND.matcher(what).matches()) {
      throw refused(
          ACL_REDIS_RULE_INVALID_COMMAND_OR_MODULE_COMMAND_RULE_PATTERN, word, "names no command");
    }
  }

  private void key(String word, boolean wellFormed, ProblemType type) {
    if (!wellFormed) {
      throw refused(type, word, "names no keys");
    }
    if (allKeys) {
      throw refused(
          ACL_REDIS_RULE_ALLKEYS_BEFORE_SPECIFIC_KEY, word, "comes after allkeys, which covers it");
    }
    allKeys = word.equals("~*");
  }

  private void channel(String word) {
    if (word.length() == 1) {
      throw refused(ACL_REDIS_RULE_INVALID_PUBSUB_PATTERN, word, "names no channels");
    }
    if (allChannels) {
      throw refused(
          ACL_REDIS_RULE_ALLCHANNELS_BEFORE_SPECIFIC_CHANNEL,
          word,
          "comes after allchannels, which covers it");
    }
    allChannels = word.equals("&*");
  }

  private void plain(String word) {
    String known = word.toLowerCase(Locale.ROOT);
    if (!PLAIN.contains(known)) {
      throw refused(ACL_REDIS_RULE_PATTERN_NOT_VALID, word, "is no part of a rule");
    }
    switch (known) {
      case "allkeys" -> allKeys = true;
      case "resetkeys" -> allKeys = false;
      case "allchannels" -> allChannels = true;
      case "resetchannels" -> allChannels = false;
      default -> {}
    }
  }

  private static Refused refused(ProblemType type, String word, String reason) {
    return new Refused(type, "In redisRule, %s %s.".formatted(shown(word), reason));
  }

  /// What begins like a password is not repeated: the sentence is kept with the task.
  private static String shown(String word) {
    return SECRET.indexOf(word.charAt(0)) < 0
        ? Words.quoted(word)
        : "a word that begins with " + word.charAt(0);
  }
}
