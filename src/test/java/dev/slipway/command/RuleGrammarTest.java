package dev.slipway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.model.ProblemType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleGrammarTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+@all  ~*",
        "+@all -@dangerous ~*",
        "+@read ~*",
        "+get +set -flushall ~cache:*",
        "+config|get ~*",
        "allcommands allkeys allchannels",
        "nocommands +get resetkeys ~a ~b",
        "+@read %R~x:* %RW~y:* %w~z",
        "+@all ~* resetchannels &news:*",
        "~* resetkeys ~a",
        "+json.get +ft.search ~*",
        "+get ~a (+set ~b) (+@read ~c:*)",
        "  +@READ\t~*  ",
      })
  void rulesThatRedisWouldTake(String rule) {
    assertThatCode(() -> RuleGrammar.check(rule)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "' ', ACL_REDIS_RULE_PATTERN_IS_MISSING",
    "on, ACL_REDIS_RULE_PATTERN_NOT_VALID",
    "nopass, ACL_REDIS_RULE_PATTERN_NOT_VALID",
    "reset, ACL_REDIS_RULE_PATTERN_NOT_VALID",
    "'+get ~a\nuser', ACL_REDIS_RULE_PATTERN_NOT_VALID",
    "'+get ~a\u007f', ACL_REDIS_RULE_PATTERN_NOT_VALID",
    "+get >password, ACL_REDIS_RULE_PATTERN_NOT_VALID",
    "+@nothing ~*, ACL_REDIS_RULE_INVALID_CATEGORY_RULE_PATTERN",
    "-@ ~*, ACL_REDIS_RULE_INVALID_CATEGORY_RULE_PATTERN",
    "+ ~*, ACL_REDIS_RULE_INVALID_COMMAND_OR_MODULE_COMMAND_RULE_PATTERN",
    "+get|x|y ~*, ACL_REDIS_RULE_INVALID_COMMAND_OR_MODULE_COMMAND_RULE_PATTERN",
    "+get ~, ACL_REDIS_RULE_INVALID_KEYSPACE_RULE_PATTERN",
    "+get %X~a, ACL_REDIS_RULE_INVALID_KEY_PERMISSION_PATTERN",
    "+get %R~, ACL_REDIS_RULE_INVALID_KEY_PERMISSION_PATTERN",
    "+get &, ACL_REDIS_RULE_INVALID_PUBSUB_PATTERN",
    "+get allkeys ~a, ACL_REDIS_RULE_ALLKEYS_BEFORE_SPECIFIC_KEY",
    "+get ~* ~a, ACL_REDIS_RULE_ALLKEYS_BEFORE_SPECIFIC_KEY",
    "+get allchannels &a, ACL_REDIS_RULE_ALLCHANNELS_BEFORE_SPECIFIC_CHANNEL",
    "+get &* &a, ACL_REDIS_RULE_ALLCHANNELS_BEFORE_SPECIFIC_CHANNEL",
    "+get (+set ~b, ACL_REDIS_RULE_INVALID_SELECTORS_PATTERN",
    "(), ACL_REDIS_RULE_INVALID_SELECTORS_PATTERN",
    "(+set (~b)), ACL_REDIS_RULE_INVALID_SELECTORS_PATTERN",
    "(+set ~b)+get, ACL_REDIS_RULE_INVALID_SELECTORS_PATTERN",
    "(+set on), ACL_REDIS_RULE_PATTERN_NOT_VALID",
  })
  void wordsThatAreWrongAreNamed(String rule, ProblemType type) {
    var refusal = catchThrowableOfType(Refused.class, () -> RuleGrammar.check(rule));

    assertThat(refusal.problem().type()).isEqualTo(type);
  }
}
