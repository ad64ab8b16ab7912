package dev.slipway.command;

import static dev.slipway.model.ProblemType.RESOURCE_TAGS_DUPLICATE_KEY;
import static dev.slipway.model.ProblemType.RESOURCE_TAGS_EMPTY_KEY;
import static dev.slipway.model.ProblemType.RESOURCE_TAGS_EXCEEDS_MAXIMUM_COUNT;
import static dev.slipway.model.ProblemType.RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT;

import dev.slipway.model.SubscriptionSpec.ResourceTag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Labels in a cloud account of the user's own: at most 30, each with a key of its own (api-rules
/// 3.1).
final class TagRules {
  private static final int MOST = 30;

  private TagRules() {}

  /// Refuses with RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT,
  /// RESOURCE_TAGS_EXCEEDS_MAXIMUM_COUNT, RESOURCE_TAGS_EMPTY_KEY and RESOURCE_TAGS_DUPLICATE_KEY.
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
      if (!keys.add(tag.key())) {
        throw new Refused(
            RESOURCE_TAGS_DUPLICATE_KEY,
            "The key %s is in resourceTags twice.".formatted(Words.quoted(tag.key())));
      }
    }
  }
}
