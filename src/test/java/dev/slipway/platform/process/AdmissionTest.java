package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.DatabaseUser;
import dev.slipway.model.Facts;
import dev.slipway.model.Settings;
import dev.slipway.model.Sha256;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let into a real Redis besides its default user.
final class AdmissionTest extends PlatformTest {
  /// Fifty characters of one script.
  private static final String LONG_NAME = "利用者名前利用者名前利用者名前利用者名前利用者名前利用者名前利用者名前利用者名前利用者名前利用者名前";

  @Test
  void usersAreLetInFromTheStart() throws Exception {
    Wanted wanted = letting(user("ann", "+@read ~*"));

    platform.apply(Action.START, ID, wanted);

    assertInForce(wanted);
    try (RedisConnection ann = login("ann")) {
      assertThat(ann.call("GET", "k")).isEqualTo(new Reply.Nothing());
      assertThat(ann.call("SET", "k", "v")).isInstanceOf(Reply.Refusal.class);
    }
  }

  @Test
  void userWhoComesLaterIsSeenMissingAndThenLetIn() throws Exception {
    platform.apply(Action.START, ID, letting());
    Wanted wanted = letting(user("ann", "+@read ~*"));
    assertThat(platform.observe(ID, wanted).settings()).isNotEqualTo(Settings.wantedBy(wanted));

    platform.apply(Action.CONFIGURE, ID, wanted);

    assertInForce(wanted);
    login("ann").close();
  }

  @Test
  void changedRuleHoldsOnAnOpenConnectionAndCutsNobody() throws Exception {
    platform.apply(Action.START, ID, letting(user("ann", "+@read ~*"), user("bob", "+get ~*")));
    try (RedisConnection ann = login("ann");
        RedisConnection bob = login("bob")) {
      platform.apply(
          Action.CONFIGURE, ID, letting(user("ann", "+@all ~*"), user("bob", "+get ~*")));

      assertThat(ann.call("SET", "k", "v").text()).isEqualTo("OK");
      assertThat(bob.call("GET", "k").text()).isEqualTo("v");
    }
  }

  @Test
  void userWhoIsGoneIsCutOff() throws Exception {
    platform.apply(Action.START, ID, letting(user("ann", "+@read ~*")));
    try (RedisConnection ann = login("ann")) {
      platform.apply(Action.CONFIGURE, ID, letting());

      assertThatThrownBy(() -> ann.call("GET", "k")).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> login("ann")).hasMessageContaining("WRONGPASS");
    }
  }

  @Test
  void usersThatSomebodyElseChangedAreSeenAndSetRight() throws Exception {
    Wanted wanted = letting(user("ann", "+@read ~*"));
    platform.apply(Action.START, ID, wanted);
    try (RedisConnection control = world.control()) {
      control.call("ACL", "SETUSER", "ann", "+set").text();
      control.call("ACL", "SETUSER", "eve", "on", "nopass", "+@all", "~*").text();
    }
    assertThat(platform.observe(ID, wanted).settings()).isNotEqualTo(Settings.wantedBy(wanted));

    platform.apply(Action.CONFIGURE, ID, wanted);

    assertInForce(wanted);
    try (RedisConnection ann = login("ann")) {
      assertThat(ann.call("SET", "k", "v")).isInstanceOf(Reply.Refusal.class);
    }
    assertThatThrownBy(() -> login("eve")).hasMessageContaining("WRONGPASS");
  }

  @Test
  void ruleThatTheEngineDoesNotKnowKeepsOnlyItsOwnUserOut() throws Exception {
    Wanted wanted = letting(user("ann", "+@read ~*"), user("eve", "+nosuch ~*"));

    platform.apply(Action.START, ID, wanted);

    assertInForce(wanted);
    login("ann").close();
    assertThatThrownBy(() -> login("eve")).hasMessageContaining("WRONGPASS");
    assertThat(platform.observe(ID, wanted).facts())
        .extracting(Facts::admitted)
        .satisfies(admitted -> assertThat(admitted.refused().get("eve")).contains("+nosuch"));
  }

  @Test
  void userOfWhomRedisCannotBeToldKeepsNobodyElseOut() throws Exception {
    Wanted wanted = letting(user("ann", "+@read ~*"), user("slipway", "+@all ~*"));

    platform.apply(Action.START, ID, wanted);

    assertInForce(wanted);
    login("ann").close();
    assertThatThrownBy(() -> login("slipway")).hasMessageContaining("WRONGPASS");
  }

  @Test
  void asManyUsersAsAnAccountMayHaveAreLetIn() throws Exception {
    List<DatabaseUser> users =
        IntStream.range(0, 1_000).mapToObj(i -> user("user-" + i, "+@all ~*")).toList();
    platform.apply(Action.START, ID, letting());

    platform.apply(Action.CONFIGURE, ID, new Wanted(wish, users));

    assertInForce(new Wanted(wish, users));
    login("user-999").close();
  }

  @Test
  void usersAreLetInAgainAfterADeath() throws Exception {
    Wanted wanted = letting(user("ann", "+@read ~*"));
    platform.apply(Action.START, ID, wanted);
    world.kill();

    platform.apply(Action.START, ID, wanted);

    assertInForce(wanted);
    login("ann").close();
  }

  @Test
  void nextServerFindsTheUsersAsTheyWereSet() throws Exception {
    Wanted wanted = letting(user("ann", "+@read ~a:* (+set ~b)"));
    platform.apply(Action.START, ID, wanted);

    Observed observed = world.platform().observe(ID, wanted);

    assertThat(observed.settings()).isEqualTo(Settings.wantedBy(wanted));
  }

  @Test
  void noRuleGrantsWhatWouldTakeTheServerOutOfOurHands() throws Exception {
    platform.apply(
        Action.START,
        ID,
        letting(user("ann", "+@all ~*"), user("bob", "+get ~a (+@all ~* +config|set)")));
    for (String name : List.of("ann", "bob")) {
      try (RedisConnection user = login(name)) {
        TakingOver.isRefusedTo(user);
        assertThat(user.call("SET", "k", "v").text()).isEqualTo("OK");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"o'brien", "a\"b\"", "def\"ault\"", "back\\slash", LONG_NAME})
  void fileOfUsersTellsTheSameNamesAsACommand(String name) throws Exception {
    platform.apply(Action.START, ID, letting(user(name, "+@all ~\"q\":*")));
    List<Reply> told = users();

    readTheFile();

    assertThat(users()).containsExactlyInAnyOrderElementsOf(told);
    login(name).close();
  }

  private List<Reply> users() throws IOException {
    try (RedisConnection control = world.control()) {
      return control.call("ACL", "LIST").items();
    }
  }

  /// It cuts off whom it tells of, and so us.
  private void readTheFile() throws IOException {
    try (RedisConnection control = world.control()) {
      assertThat(control.call("ACL", "LOAD").text()).isEqualTo("OK");
    } catch (EOFException | SocketException _) {
      return;
    }
  }

  @Test
  void channelsAreOpenUnlessTheRuleNamesSome() throws Exception {
    platform.apply(
        Action.START, ID, letting(user("ann", "+publish"), user("bob", "+publish &news:*")));
    try (RedisConnection ann = login("ann");
        RedisConnection bob = login("bob")) {
      assertThat(ann.call("PUBLISH", "any", "x").text()).isEqualTo("0");
      assertThat(bob.call("PUBLISH", "news:1", "x").text()).isEqualTo("0");
      assertThat(bob.call("PUBLISH", "any", "x")).isInstanceOf(Reply.Refusal.class);
    }
  }

  @Test
  void readerMayUseTransactions() throws Exception {
    platform.apply(Action.START, ID, letting(user("ann", "+@read ~*")));
    try (RedisConnection ann = login("ann")) {
      assertThat(ann.call("MULTI").text()).isEqualTo("OK");
      assertThat(ann.call("GET", "k").text()).isEqualTo("QUEUED");
      assertThat(ann.call("EXEC").items()).hasSize(1);
    }
  }

  private void assertInForce(Wanted wanted) throws Exception {
    assertThat(platform.observe(ID, wanted).settings()).isEqualTo(Settings.wantedBy(wanted));
  }

  private Wanted letting(DatabaseUser... users) {
    return new Wanted(wish, List.of(users));
  }

  private static DatabaseUser user(String name, String rule) {
    return new DatabaseUser(name, Sha256.hex(password(name)), rule);
  }

  private static String password(String name) {
    return name + "'s password";
  }

  private RedisConnection login(String name) throws IOException {
    RedisConnection client = world.connection();
    client.call("AUTH", name, password(name)).text();
    return client;
  }
}
