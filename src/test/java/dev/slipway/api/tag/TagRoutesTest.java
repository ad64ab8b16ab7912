package dev.slipway.api.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.Client.Reply;
import dev.slipway.api.FamilyTest;
import dev.slipway.model.Kind;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TagRoutesTest extends FamilyTest {
  private int database;

  @BeforeEach
  void make() {
    database = database();
  }

  @Test
  void tagIsMadeAtOnceWithoutATask() {
    Reply made = owner.post(tags(), "{\"key\":\"Team\",\"value\":\"Shop One\"}");

    assertThat(made.status()).isEqualTo(200);
    assertThat(made.json().get("key").asString()).isEqualTo("team");
    assertThat(owner.get(tags()).json().at("/tags/0/value").asString()).isEqualTo("shop one");
  }

  @Test
  void changedTagKeepsTheTimeItWasMade() {
    owner.post(tags(), "{\"key\":\"team\",\"value\":\"shop\"}");
    server.pass(Duration.ofMinutes(1));

    owner.put(tags() + "/team", "{\"value\":\"web\"}");

    var tag = owner.get(tags()).json().at("/tags/0");
    assertThat(tag.get("value").asString()).isEqualTo("web");
    assertThat(tag.get("createdAt").asString()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(tag.get("updatedAt").asString()).isEqualTo("2026-01-01T00:01:00Z");
  }

  @Test
  void keyThatIsSpelledLikeAPathStaysAsItIs() {
    owner.post(tags(), "{\"key\":\"slowlog\",\"value\":\"x\"}");

    assertThat(owner.put(tags() + "/slowlog", "{\"value\":\"y\"}").status()).isEqualTo(200);
  }

  @Test
  void listReplacesAll() {
    owner.post(tags(), "{\"key\":\"old\",\"value\":\"x\"}");

    owner.put(
        tags(), "{\"tags\":[{\"key\":\"a\",\"value\":\"1\"},{\"key\":\"b\",\"value\":\"2\"}]}");

    assertThat(owner.get(tags()).json().get("tags").findValuesAsString("key"))
        .containsExactly("a", "b");
  }

  @Test
  void removedTagIsGone() {
    owner.post(tags(), "{\"key\":\"team\",\"value\":\"shop\"}");

    assertThat(owner.delete(tags() + "/team").status()).isEqualTo(200);

    assertThat(owner.get(tags()).json().get("tags")).isEmpty();
  }

  @Test
  void tagsOfADatabaseThatIsBeingDeletedStillShow() {
    owner.post(tags(), "{\"key\":\"team\",\"value\":\"shop\"}");
    accepted("DELETE", "/subscriptions/" + database + "/databases/" + database, "");
    assertThat(owner.get(tags()).status()).isEqualTo(200);

    server.forget(Kind.DATABASE, database);

    assertThat(owner.get(tags()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "POST, ``, `{'key':'team','value':'x'}`, 409",
        "POST, ``, `{'key':'TEAM','value':'x'}`, 409",
        "POST, ``, `{'key':'','value':'x'}`, 400",
        "POST, ``, `{'key':'a','value':''}`, 400",
        "POST, ``, `{'key':'a/b','value':'x'}`, 400",
        "POST, ``, `{'key':'a','value':'{}'}`, 400",
        "POST, ``, `{'key':'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','value':'x'}`, 400",
        "PUT, ``, `{'tags':[{'key':'a','value':'1'},{'key':'A','value':'2'}]}`, 400",
        "PUT, /none, `{'value':'x'}`, 404",
        "PUT, /team, `{'value':''}`, 400",
        "DELETE, /none, ``, 404",
      })
  void refusals(String method, String tag, String body, int status) {
    owner.post(tags(), "{\"key\":\"team\",\"value\":\"shop\"}");

    Reply reply =
        owner.send(
            method, tags() + (tag == null ? "" : tag), body == null ? "" : body.replace('\'', '"'));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(owner.get(tags()).json().get("tags").findValuesAsString("value"))
        .containsExactly("shop");
  }

  @Test
  void fiftyTagsAreTheMost() {
    for (int i = 0; i < 50; i++) {
      owner.post(tags(), "{\"key\":\"k" + i + "\",\"value\":\"v\"}");
    }

    assertThat(owner.post(tags(), "{\"key\":\"more\",\"value\":\"v\"}").status()).isEqualTo(400);
  }

  private String tags() {
    return "/v1/subscriptions/" + database + "/databases/" + database + "/tags";
  }
}
