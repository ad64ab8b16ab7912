package dev.slipway.command;

import static dev.slipway.model.ProblemType.CLIENT_PUBLIC_ACCESS_INVALID_SOURCE_IPS;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_SIP;
import static dev.slipway.model.ProblemType.DATABASE_PASSWORD_IS_BLANK;
import static dev.slipway.model.ProblemType.DATABASE_PASSWORD_IS_TOO_LONG;
import static dev.slipway.model.ProblemType.DATABASE_SIP_OVER_LIMIT;
import static dev.slipway.model.ProblemType.DISABLING_THE_DEFAULT_USER_AND_UPDATING_A_NEW_PASSWORD_IS_NOT_ALLOWED;
import static dev.slipway.model.ProblemType.NOT_ALLOWED_TO_UPDATE_A_DATABASE_PASSWORD_WHEN_DEFAULT_USER_IS_DISABLED;

import dev.slipway.model.Cidr;
import dev.slipway.model.Secret;
import java.util.List;

/// Who may reach a database (api-rules 4.1 and 4.9).
final class AccessRules {
  private static final int LONGEST_PASSWORD = 49;
  private static final int MOST_SOURCES = 32;

  private AccessRules() {}

  /// Refuses with DATABASE_PASSWORD_IS_BLANK and DATABASE_PASSWORD_IS_TOO_LONG.
  static void password(Secret password) {
    String clear = password.clear();
    if (clear.isBlank()) {
      throw new Refused(
          DATABASE_PASSWORD_IS_BLANK,
          "password must not be blank.",
          "Leave it out, and one is made at creation and kept later.");
    }
    int length = clear.codePointCount(0, clear.length());
    if (length > LONGEST_PASSWORD) {
      throw new Refused(
          DATABASE_PASSWORD_IS_TOO_LONG,
          "password may have at most %s characters, and this one has %s."
              .formatted(LONGEST_PASSWORD, length));
    }
  }

  /// A new password for a default user that is off, or goes off in the same request. Refuses with
  /// DISABLING_THE_DEFAULT_USER_AND_UPDATING_A_NEW_PASSWORD_IS_NOT_ALLOWED or
  /// NOT_ALLOWED_TO_UPDATE_A_DATABASE_PASSWORD_WHEN_DEFAULT_USER_IS_DISABLED.
  static void newPassword(boolean userBefore, boolean userAfter) {
    if (userBefore && !userAfter) {
      throw new Refused(
          DISABLING_THE_DEFAULT_USER_AND_UPDATING_A_NEW_PASSWORD_IS_NOT_ALLOWED,
          "enableDefaultUser false and a new password exclude each other.",
          "Send one of them.");
    }
    if (!userAfter) {
      throw new Refused(
          NOT_ALLOWED_TO_UPDATE_A_DATABASE_PASSWORD_WHEN_DEFAULT_USER_IS_DISABLED,
          "password cannot change while enableDefaultUser is false.",
          "Send enableDefaultUser true with it.");
    }
  }

  /// Refuses with DATABASE_SIP_OVER_LIMIT, DATABASE_INVALID_SIP and, in a subscription without
  /// public endpoints, CLIENT_PUBLIC_ACCESS_INVALID_SOURCE_IPS.
  static void sources(List<String> sources, boolean publicEndpointAccess) {
    if (sources.size() > MOST_SOURCES) {
      throw new Refused(
          DATABASE_SIP_OVER_LIMIT,
          "sourceIp may have at most %s entries, and this has %s."
              .formatted(MOST_SOURCES, sources.size()),
          "Join some into larger blocks.");
    }
    for (String source : sources) {
      Cidr block =
          Cidr.parse(source)
              .orElseThrow(
                  () ->
                      new Refused(
                          DATABASE_INVALID_SIP,
                          "sourceIp %s is neither an address nor a CIDR block."
                              .formatted(Words.quoted(source)),
                          "Write it like 10.0.0.0/8."));
      if (!publicEndpointAccess && !block.isPrivate()) {
        throw new Refused(
            CLIENT_PUBLIC_ACCESS_INVALID_SOURCE_IPS,
            "sourceIp %s is not private, and the subscription has publicEndpointAccess false."
                .formatted(Words.quoted(source)),
            "Use blocks within " + Cidr.PRIVATE + ".");
      }
    }
  }
}
