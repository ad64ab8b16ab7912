package dev.slipway.api.tag;

import dev.slipway.api.http.Link;
import dev.slipway.api.resource.Times;
import dev.slipway.model.Tag;
import java.time.Instant;
import java.util.List;

/// A label as the API shows it.
record TagView(String key, String value, Instant createdAt, Instant updatedAt, List<Link> links) {
  static TagView of(Tag tag, List<Link> links) {
    return new TagView(
        tag.key(), tag.value(), Times.shown(tag.createdAt()), Times.shown(tag.updatedAt()), links);
  }

  record All(int accountId, List<TagView> tags, List<Link> links) {}
}
