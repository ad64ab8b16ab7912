package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_INVALID_NAME;
import static dev.slipway.model.ProblemType.DATABASE_NAME_DUPLICATE;
import static dev.slipway.model.ProblemType.DATABASE_NAME_EXISTS;
import static dev.slipway.model.ProblemType.DATABASE_NAME_TOO_LONG;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// How a database may be called (api-rules 3.2).
final class NameRules {
  private static final int LONGEST = 40;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?");

  private NameRules() {}

  /// Refuses with DATABASE_NAME_TOO_LONG and DATABASE_INVALID_NAME.
  static void shape(String name) {
    if (name.length() > LONGEST) {
      throw new Refused(
          DATABASE_NAME_TOO_LONG,
          "name %s has %s characters, and at most %s fit; quantity adds a number to it."
              .formatted(Words.quoted(name), name.length(), LONGEST));
    }
    if (!SHAPE.matcher(name).matches()) {
      throw new Refused(
          DATABASE_INVALID_NAME,
          "name %s must consist of letters, digits and dashes, and not be empty."
              .formatted(Words.quoted(name)),
          "Begin with a letter, end with a letter or digit.");
    }
  }

  /// Refuses with DATABASE_NAME_EXISTS.
  static void free(String name, List<Resource<DatabaseSpec>> others) {
    for (var other : others) {
      if (other.spec().name().equals(name)) {
        throw new Refused(
            DATABASE_NAME_EXISTS,
            "name %s belongs to database %s of this subscription."
                .formatted(Words.quoted(name), other.id()),
            "Choose another.");
      }
    }
  }

  /// Refuses with DATABASE_NAME_DUPLICATE.
  static void distinct(List<DatabaseSpec> plan) {
    var seen = new HashSet<String>();
    for (var database : plan) {
      if (!seen.add(database.name())) {
        throw new Refused(
            DATABASE_NAME_DUPLICATE,
            "databases names %s twice; quantity n stands for name-1 to name-n."
                .formatted(Words.quoted(database.name())),
            "Choose another name.");
      }
    }
  }
}
