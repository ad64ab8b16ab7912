package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseUser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Redis is told of its users, without a Redis.
final class UsersTest {
  @Test
  void fileHoldsHashesOnly() {
    assertThat(Users.aclFile("ab", "cd", List.of()))
        .contains("user default reset on #ab ~* &* +@all -config ")
        .contains("user slipway reset on #cd ~* &* +@all\n");
  }

  @Test
  void defaultUserWithoutAPasswordIsOff() {
    assertThat(Users.aclFile("", "cd", List.of())).contains("user default reset off ~* ");
  }

  @Test
  void ruleStandsInTheFileBeforeWhatIsForbidden() {
    assertThat(Users.guest(ann("+@all  ~*")).text())
        .startsWith("user ann reset on #ef &* +@all ~* +multi +exec +discard -config ");
  }

  @Test
  void ruleThatNamesChannelsIsGivenNoOthers() {
    assertThat(Users.guest(ann("+@all &news:*")).rules()).contains("&news:*").doesNotContain("&*");
    assertThat(Users.guest(ann("+@all resetchannels")).rules()).doesNotContain("&*");
  }

  @Test
  void selectorForbidsByItself() {
    assertThat(Users.guest(ann("+get ~a (+@all ~* &x)")).rules())
        .anyMatch(word -> word.startsWith("(+@all ~* &x -config ") && word.endsWith(")"))
        .contains("+get", "&*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "slipway", "a b", "a\nuser b", "a\u0000"})
  void nameThatRedisCannotHoldIsToldAsAFlaw(String name) {
    assertThat(Users.flaw(new DatabaseUser(name, "ef", "+get"))).isPresent();
    assertThat(Users.aclFile("ab", "cd", List.of(new DatabaseUser(name, "ef", "+get"))).lines())
        .hasSize(2);
  }

  @Test
  void ruleCannotBreakTheLine() {
    assertThat(Users.flaw(ann("~a\nuser bob on nopass +@all"))).isPresent();
    assertThat(Users.flaw(ann("+get\t~\u65e5\u672c:*"))).isEmpty();
  }

  private static DatabaseUser ann(String rule) {
    return new DatabaseUser("ann", "ef", rule);
  }
}
