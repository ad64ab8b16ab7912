package dev.slipway.command;

import static dev.slipway.model.ProblemType.RESOURCE_TAGS_DUPLICATE_KEY;
import static dev.slipway.model.ProblemType.RESOURCE_TAGS_EMPTY_KEY;
import static dev.slipway.model.ProblemType.RESOURCE_TAGS_EXCEEDS_MAXIMUM_COUNT;
import static dev.slipway.model.ProblemType.RESOURCE_TAGS_NAME_NOT_ALLOWED;
import static dev.slipway.model.ProblemType.RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT;
import static dev.slipway.model.ProblemType.RESOURCE_TAG_KEY_EXCEEDS_MAXIMUM_LENGTH;
import static dev.slipway.model.ProblemType.RESOURCE_TAG_VALUE_EXCEEDS_MAXIMUM_LENGTH;

import dev.slipway.model.SubscriptionSpec.ResourceTag;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Labels in a cloud account of the user's own, as AWS takes them: at most 30, each with a key of
/// its own (api-rules 3.1 and 4.1).
final class TagRules {
  private static final int MOST = 30;
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final String RESERVED = "aws:";

  private TagRules() {}

  /// Refuses with RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT,
  /// RESOURCE_TAGS_EXCEEDS_MAXIMUM_COUNT, RESOURCE_TAGS_EMPTY_KEY,
  /// RESOURCE_TAG_KEY_EXCEEDS_MAXIMUM_LENGTH, RESOURCE_TAG_VALUE_EXCEEDS_MAXIMUM_LENGTH,
  /// RESOURCE_TAGS_NAME_NOT_ALLOWED and RESOURCE_TAGS_DUPLICATE_KEY.
  static void check(List<ResourceTag> tags, boolean internalAccount) {
    if (internalAccount && !tags.isEmpty()) {
      throw new Refused(
          RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT,
          "resourceTags need a cloud account of your own.",
          "Leave them out, or set cloudAccountId.");
    }
    if (tags.size() > MOST) {
      throw new Refused(
          RESOURCE_TAGS_EXCEEDS_MAXIMUM_COUNT,
          "resourceTags may have %s entries, and these are %s.".formatted(MOST, tags.size()));
    }
    Set<String> keys = new HashSet<>();
    for (ResourceTag tag : tags) {
      if (tag.key().isBlank()) {
        throw new Refused(RESOURCE_TAGS_EMPTY_KEY, "A key in resourceTags is empty.");
      }
      if (tag.key().length() > LONGEST_KEY) {
        throw new Refused(
            RESOURCE_TAG_KEY_EXCEEDS_MAXIMUM_LENGTH,
            "A key in resourceTags may have %s characters, and one has %s."
                .formatted(LONGEST_KEY, tag.key().length()));
      }
      if (tag.value().length() > LONGEST_VALUE) {
        throw new Refused(
            RESOURCE_TAG_VALUE_EXCEEDS_MAXIMUM_LENGTH,
            "A value in resourceTags may have %s characters, and that of %s has %s."
                .formatted(LONGEST_VALUE, Words.quoted(tag.key()), tag.value().length()));
      }
      if (tag.key().toLowerCase(Locale.ROOT).startsWith(RESERVED)) {
        throw new Refused(
            RESOURCE_TAGS_NAME_NOT_ALLOWED,
            "The key %s begins with %s, which AWS keeps for itself."
                .formatted(Words.quoted(tag.key()), RESERVED));
      }
      if (!keys.add(tag.key())) {
        throw new Refused(
            RESOURCE_TAGS_DUPLICATE_KEY,
            "The key %s is in resourceTags twice.".formatted(Words.quoted(tag.key())));
      }
    }
  }
}
