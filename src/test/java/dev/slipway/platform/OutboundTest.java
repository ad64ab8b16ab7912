package dev.slipway.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Cidr;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where users may send this server, and where not.
final class OutboundTest {
  private static final Outbound CLOSED = new Outbound(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "169.254.1.1",
        "100.100.100.200",
        "192.0.0.192",
        "168.63.129.16",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "fe80::1",
        "ff02::1",
        "fd00:ec2::254",
        "64:ff9b::7f00:1",
        "2002:7f00:1::1"
      })
  void innerAddressIsClosed(String address) {
    assertThat(CLOSED.open(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "10.0.0.7", "192.168.1.1", "2606:4700::1111", "fd12::1"})
  void publicAndPrivateAddressesAreOpen(String address) {
    assertThat(CLOSED.open(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void operatorAllowsWhatIsClosed() throws Exception {
    Outbound outbound = new Outbound(Cidr.list("127.0.0.0/8"));

    assertThat(outbound.addressOf("127.0.0.1").getHostAddress()).isEqualTo("127.0.0.1");
    assertThat(outbound.open(InetAddress.ofLiteral("::1"))).isFalse();
  }

  @Test
  void refusalNamesTheAddressAndTheOption() {
    assertThatThrownBy(() -> CLOSED.addressOf("localhost"))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("localhost")
        .hasMessageContaining("--allow-sources");
  }
}
