package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RedisVersionTest {
  @Test
  void patchIsOfNoMatter() {
    assertThat(RedisVersion.parse("7.0.15")).hasValue(new RedisVersion(7, 0));
  }

  @Test
  void otherTextIsNoVersion() {
    assertThat(RedisVersion.parse("7")).isEmpty();
    assertThat(RedisVersion.parse("seven.two")).isEmpty();
  }

  @Test
  void minorVersionsCompareAsNumbers() {
    assertThat(new RedisVersion(7, 10).atLeast(7, 2)).isTrue();
    assertThat(new RedisVersion(6, 9).atLeast(7, 2)).isFalse();
  }
}
