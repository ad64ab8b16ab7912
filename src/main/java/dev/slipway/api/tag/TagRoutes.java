package dev.slipway.api.tag;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.resource.Diary;
import dev.slipway.api.resource.Rows;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The operations on the labels of a database.
public final class TagRoutes {
  private static final String ALL = "/subscriptions/{subscriptionId}/databases/{databaseId}/tags";
  private static final String ONE = ALL + "/{tagKey}";

  /// How many a database may have.
  private static final int MOST = 50;

  private final Store store;
  private final InstantSource time;

  /// In these rows.
  public TagRoutes(Store store, InstantSource time) {
    this.store = store;
    this.time = time;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "getTags", "Lists the tags of a database")
            .shows(TagView.All.class, this::all),
        Operation.post(ALL, "createTag", "Adds a tag to a database")
            .takes(TagBody.class)
            .shows(TagView.class, this::create),
        Operation.put(ALL, "updateTags", "Replaces all tags of a database")
            .takes(TagBody.All.class)
            .shows(TagView.All.class, this::replace),
        Operation.put(ONE, "updateTag", "Changes the value of a tag")
            .takes(TagBody.Value.class)
            .shows(TagView.class, this::update),
        Operation.delete(ONE, "deleteTag", "Removes a tag").shows(Map.class, this::delete));
  }

  private Answer all(Call call) {
    return store.read(tx -> shown(tx, database(tx, call), call));
  }

  private static Answer shown(Tx tx, int database, Call call) {
    var tags = tx.tags().of(database).stream().map(tag -> TagView.of(tag, List.of())).toList();
    return Answer.ok(new TagView.All(call.account().value(), tags, Link.self(call)));
  }

  private Answer create(Call call, TagBody tag) {
    String key = small(tag.key());
    return store.write(
        tx -> {
          int database = database(tx, call);
          if (tx.tags().find(database, key).isPresent()) {
            throw Refusal.of(409, "The database has a tag " + key + " already; PUT changes it.");
          }
          if (tx.tags().of(database).size() >= MOST) {
            throw Refusal.of(400, "A database may have " + MOST + " tags.");
          }
          var made = tx.tags().put(database, key, small(tag.value()), time.instant());
          tell(tx, call, database, "Tag " + key + " of database " + database + " was created");
          return Answer.ok(TagView.of(made, Link.self(call)));
        });
  }

  private Answer replace(Call call, TagBody.All body) {
    var wanted = body.tags();
    Set<String> keys = new HashSet<>();
    for (TagBody tag : wanted) {
      if (!keys.add(small(tag.key()))) {
        throw Refusal.of(400, "tags names the key " + small(tag.key()) + " twice.");
      }
    }
    return store.write(
        tx -> {
          int database = database(tx, call);
          tx.tags().of(database).stream()
              .filter(tag -> !keys.contains(tag.key()))
              .forEach(tag -> tx.tags().remove(database, tag.key()));
          wanted.forEach(
              tag -> tx.tags().put(database, small(tag.key()), small(tag.value()), time.instant()));
          tell(tx, call, database, "The tags of database " + database + " were replaced");
          return shown(tx, database, call);
        });
  }

  private Answer update(Call call, TagBody.Value change) {
    String key = small(call.parameter("tagKey"));
    return store.write(
        tx -> {
          int database = database(tx, call);
          if (tx.tags().find(database, key).isEmpty()) {
            throw unknown(key);
          }
          var changed = tx.tags().put(database, key, small(change.value()), time.instant());
          tell(tx, call, database, "Tag " + key + " of database " + database + " was changed");
          return Answer.ok(TagView.of(changed, Link.self(call)));
        });
  }

  private Answer delete(Call call) {
    String key = small(call.parameter("tagKey"));
    return store.write(
        tx -> {
          int database = database(tx, call);
          if (!tx.tags().remove(database, key)) {
            throw unknown(key);
          }
          tell(tx, call, database, "Tag " + key + " of database " + database + " was deleted");
          return Answer.ok(Map.of());
        });
  }

  private void tell(Tx tx, Call call, int database, String deed) {
    Diary.tell(tx, call, database, deed, time.instant());
  }

  private static int database(Tx tx, Call call) {
    return Rows.database(tx, call, Rows.subscription(tx, call)).id();
  }

  private static Refusal unknown(String key) {
    return Refusal.of(404, "The database has no tag " + key + ".");
  }

  private static String small(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
