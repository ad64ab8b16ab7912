package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CidrTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0/8",
        "10.0.0.256/8",
        "10.0.0.0/8/8",
        "localhost",
        "example.com/24",
        "fe80::1/129",
        "10.0.0.0/x",
        "10.0.0.0/08",
        "10.0.0.0/+8",
        "01.2.3.4",
        "10.00.0.0/8",
        "::g/8"
      })
  void otherTextIsNoBlock(String text) {
    assertThat(Cidr.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3",
        "10.0.0.0/8",
        "172.31.0.0/16",
        "192.168.7.0/24",
        "100.127.0.0/16",
        "127.0.0.1/32",
        "::1",
        "fd00::/8"
      })
  void privateBlockIsPrivate(String text) {
    assertThat(Cidr.parse(text))
        .hasValueSatisfying(block -> assertThat(block.isPrivate()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0/0", "172.32.0.0/16", "10.0.0.0/7", "8.8.8.8", "100.128.0.0/10", "::/0"})
  void blockWithOnePublicAddressIsNotPrivate(String text) {
    assertThat(Cidr.parse(text))
        .hasValueSatisfying(block -> assertThat(block.isPrivate()).isFalse());
  }

  @Test
  void plainAddressIsABlockOfOne() {
    assertThat(Cidr.parse("10.1.2.3")).isEqualTo(Cidr.parse("10.1.2.3/32"));
  }

  @Test
  void blockThatBeginsElsewhereIsNotAligned() {
    assertThat(Cidr.parse("10.0.1.0/24").orElseThrow().aligned()).isTrue();
    assertThat(Cidr.parse("10.0.1.7/24").orElseThrow().aligned()).isFalse();
  }
}
