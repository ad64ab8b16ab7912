package dev.slipway.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Secret;
import dev.slipway.platform.TransferException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read out of an address, and what is none.
final class AddressTest {
  @Test
  void partsAreDecoded() throws Exception {
    Address address = Address.of(new Secret("ftp://an%20n:a+%2Fb@host:2121/a%20b"));

    assertThat(address)
        .isEqualTo(new Address("ftp", "an n", "a+/b", "host", 2121, "/a b", "/a%20b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host/a%0D%0ADELE%20b.rdb",
        "ftp://ann%0A:word@host/a.rdb",
        "ftp://ann:word%0D@host/a.rdb",
        "file:///a%00.rdb",
        "http://host:65536/a.rdb"
      })
  void lineEndsZeroBytesAndPortsThatAreNoneAreRefused(String text) {
    assertThatThrownBy(() -> Address.of(new Secret(text)))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("cannot be read")
        .hasNoCause();
  }
}
