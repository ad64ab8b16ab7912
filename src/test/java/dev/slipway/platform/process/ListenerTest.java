package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a Redis says of where it listens, and what it is told.
class ListenerTest {
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String FILE = "clients-" + HASH + "-fedcba9876543210.pem";
  private static final Map<String, String> ENCRYPTED =
      Map.of(
          "port", "0",
          "tls-port", "7000",
          "tls-cert-file", "own.pem",
          "tls-key-file", "own.pem",
          "tls-ca-cert-file", FILE,
          "tls-auth-clients", "yes");

  @Test
  void encryptedDatabaseIsReadBackAsItWasTold() {
    Listener told = Listener.withTls(7000, "own.pem", FILE);

    assertThat(Listener.of(ENCRYPTED)).isEqualTo(told);
    assertThat(told.endpoint()).isEqualTo(new Settings.Endpoint(7000, true, HASH, true));
  }

  @Test
  void engineThatKnowsNoTlsListensInClear() {
    assertThat(Listener.of(Map.of("port", "7000"))).isEqualTo(Listener.inClear(7000));
  }

  @Test
  void oneThatFollowsEncryptedIsReadBackAsItWasTold() {
    Map<String, String> config =
        Map.of(
            "port", "0",
            "tls-port", "0",
            "tls-replication", "yes",
            "tls-cert-file", "own.pem",
            "tls-key-file", "own.pem",
            "tls-ca-cert-file", "authority.pem",
            "tls-auth-clients", "yes");

    assertThat(Listener.of(config)).isEqualTo(Listener.closed("own.pem", "authority.pem"));
    assertThat(Listener.of(config).follows(true)).isTrue();
    assertThat(Listener.closed().follows(false)).isTrue();
  }

  @Test
  void portInClearBesideTlsEqualsNoWish() {
    Listener both = new Listener(7001, 7000, "own.pem", "");

    assertThat(both.endpoint().tls()).isFalse();
    assertThat(both.endpoint().port()).isEqualTo(7000);
  }

  @Test
  void whatIsNotAskedOfClientsIsNoCertificate() {
    assertThat(Listener.of(with("tls-auth-clients", "no")).clients()).isEmpty();
    assertThat(Listener.of(with("tls-auth-clients", "optional")).endpoint().clients())
        .isNotIn("", HASH);
  }

  @Test
  void keyOfAnotherFileIsNoIdentity() {
    assertThat(Listener.of(with("tls-key-file", "other.pem")).identity()).isNotEqualTo("own.pem");
  }

  @Test
  void portIsLetGoBeforeItIsTakenAgain() {
    assertThat(names(Listener.withTls(7000, "own.pem", ""))).endsWith("port", "tls-port");
    assertThat(names(Listener.inClear(7000))).endsWith("tls-port", "port");
  }

  private static List<String> names(Listener listener) {
    return listener.settings().stream().map(RedisConf.Setting::name).toList();
  }

  private static Map<String, String> with(String name, String value) {
    var config = new java.util.HashMap<>(ENCRYPTED);
    config.put(name, value);
    return config;
  }
}
