package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Certificates and keys that can be used, and why the others cannot.
final class TlsFilesTest {
  private final Instant now = Instant.now().plusSeconds(3_600);
  @TempDir private static Path folder;
  @TempDir private Path own;
  private static Pem pem;
  private static Pem other;

  @BeforeAll
  static void make() throws Exception {
    pem = Pem.make(folder.resolve("pem"), "EC");
    other = Pem.make(folder.resolve("other"), "EC");
  }

  private static String refusal(Path certificate, Path key, Instant time) {
    return catchThrowableOfType(
            CannotStart.class, () -> TlsFiles.read(new Config.Tls(certificate, key), time))
        .lines()
        .reduce((one, two) -> one + "\n" + two)
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void keysOfTheUsualKindsServeTls(String algorithm) throws Exception {
    Pem made = Pem.make(own, algorithm);

    assertThat(TlsFiles.read(made.files(), now).context().getProtocol()).isEqualTo("TLS");
  }

  @Test
  void chainIsReadInItsOrder() throws Exception {
    String both = Files.readString(pem.certificate()) + Files.readString(other.certificate());
    Path chain = Files.writeString(own.resolve("chain.pem"), both);

    TlsFiles files = TlsFiles.read(new Config.Tls(chain, pem.key()), now);

    assertThat(files.chain()).hasSize(2);
    assertThat(refusal(chain, other.key(), now)).contains("is not the key of the certificate");
  }

  @Test
  void keyOfAnotherCertificateIsNamedInOneLine() {
    assertThat(refusal(pem.certificate(), other.key(), now))
        .startsWith("--tls-key " + other.key() + ": is not the key of the certificate")
        .doesNotContain("\n");
  }

  @Test
  void keyOfAnotherKindDoesNotFit() throws Exception {
    Pem rsa = Pem.make(own, "RSA");

    assertThat(refusal(pem.certificate(), rsa.key(), now)).contains("is not the key");
  }

  @Test
  void certificateThatHasExpiredIsNamedWithItsEnd() {
    assertThat(refusal(pem.certificate(), pem.key(), now.plus(Duration.ofDays(2))))
        .startsWith("--tls-cert " + pem.certificate() + ": expired at 2")
        .doesNotContain("\n");
  }

  @Test
  void certificateOfTheFutureIsNamedWithItsBeginning() {
    assertThat(refusal(pem.certificate(), pem.key(), now.minus(Duration.ofDays(2))))
        .startsWith("--tls-cert " + pem.certificate() + ": is not valid before 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no certificate",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"
      })
  void fileWithoutACertificateIsNamed(String text) throws Exception {
    Path file = Files.writeString(own.resolve("bad.pem"), text);

    assertThat(refusal(file, pem.key(), now))
        .startsWith("--tls-cert " + file + ": holds no certificate");
  }

  @Test
  void filesThatAreGoneAreNamed() {
    Path gone = own.resolve("gone.pem");

    assertThat(refusal(gone, pem.key(), now))
        .startsWith("--tls-cert " + gone + ": cannot be read (it is not there)");
    assertThat(refusal(pem.certificate(), gone, now))
        .startsWith("--tls-key " + gone + ": cannot be read (it is not there)");
  }

  @Test
  void keyInAnotherFormIsNamedWithTheCommandThatConvertsIt() throws Exception {
    Path file = ownKey("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----");

    assertThat(refusal(pem.certificate(), file, now)).contains("openssl pkcs8 -topk8 -nodes");
  }

  @Test
  void keyThatIsNoneDoesNotFit() throws Exception {
    Path file = ownKey("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");

    assertThat(refusal(pem.certificate(), file, now)).contains("is not the key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--"})
  void keyThatOthersCanReadIsRefused(String mode) throws Exception {
    Path file = ownKey(Files.readString(pem.key()));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

    assertThat(refusal(pem.certificate(), file, now)).contains("others can read it; chmod o= ");
  }

  @Test
  void keyThatItsGroupCanReadIsGood() throws Exception {
    Path file = ownKey(Files.readString(pem.key()));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThat(TlsFiles.read(new Config.Tls(pem.certificate(), file), now).chain()).hasSize(1);
  }

  private Path ownKey(String text) throws Exception {
    Path file = Files.writeString(own.resolve("own.pem"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
