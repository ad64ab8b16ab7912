package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/// What `enableTls` and client certificates do to a client that speaks to the database.
class TlsTest extends DatabasesTest {
  @TempDir Path folder;

  private String path;
  private Reply database;

  @Override
  Site open(Path data) throws Exception {
    return Site.open(data, 14_700);
  }

  @BeforeEach
  void makeDatabaseWithTls() throws Exception {
    String body = Bodies.database(freshName()).replaceFirst("}\\s*$", ", \"enableTls\": true}");
    path = make(body);
    database = walker.get(path);
  }

  private TlsClient client() {
    return new TlsClient(trusted(), null);
  }

  private TlsClient client(CertifiedName name) {
    return new TlsClient(trusted(), name);
  }

  private String trusted() {
    return walker.get(path + "/certificate").word("/publicCertificatePEMString");
  }

  private Reply change(String body) throws Exception {
    walker.resource(walker.put(path, body));
    return walker.active(path);
  }

  @Test
  void clientThatTrustsTheCertificateOfTheDatabaseConnects() throws Exception {
    try (Jedis jedis = client().to(database)) {
      assertThat(jedis.set("k", "v")).isEqualTo("OK");
    }
    assertThat(database.at("/x-slipway/recordedOnly").valueStream())
        .noneMatch(field -> field.asString().equals("enableTls"));
  }

  @Test
  void clientThatTrustsAnotherCertificateDoesNot() throws Exception {
    String another = CertifiedName.selfSigned(folder, "another").pem().replace("\\n", "\n");

    assertThatThrownBy(() -> new TlsClient(another, null).to(database))
        .isInstanceOf(JedisException.class);
  }

  @Test
  void tlsComesAndGoesWithoutTheLossOfAKey() throws Exception {
    try (Jedis jedis = client().to(database)) {
      jedis.set("kept", "yes");
    }

    Reply clear = change("{\"enableTls\": false}");

    try (TenantRedis redis = TenantRedis.of(clear)) {
      assertThat(redis.call("GET", "kept")).isEqualTo("yes");
    }
    Reply encrypted = change("{\"enableTls\": true}");
    assertThat(encrypted.word("/publicEndpoint")).isEqualTo(clear.word("/publicEndpoint"));
    try (Jedis jedis = client().to(encrypted)) {
      assertThat(jedis.get("kept")).isEqualTo("yes");
    }
  }

  @Test
  void holdersOfTwoCertificatesGetInAndNobodyElse() throws Exception {
    CertifiedName ann = CertifiedName.selfSigned(folder, "ann");
    CertifiedName ben = CertifiedName.selfSigned(folder, "ben");
    CertifiedName eve = CertifiedName.selfSigned(folder, "eve");

    change("{\"clientTlsCertificates\": [\"%s\", \"%s\"]}".formatted(ann.pem(), ben.pem()));

    client(ann).to(database).close();
    client(ben).to(database).close();
    assertThatThrownBy(() -> client(eve).to(database)).isInstanceOf(JedisException.class);
    assertThatThrownBy(() -> client().to(database)).isInstanceOf(JedisException.class);
  }

  @Test
  void holderOfTheDeprecatedCertificateGetsInAlone() throws Exception {
    CertifiedName old = CertifiedName.selfSigned(folder, "old");

    change("{\"clientSslCertificate\": \"%s\"}".formatted(old.pem()));

    client(old).to(database).close();
    assertThatThrownBy(() -> client().to(database)).isInstanceOf(JedisException.class);
  }

  @Test
  void certificateWhoseIssuerIsNotGivenIsRefused() throws Exception {
    CertifiedName leaf = CertifiedName.issued(folder, "leaf");

    Reply verdict =
        walker.verdict(
            walker.put(path, "{\"clientTlsCertificates\": [\"%s\"]}".formatted(leaf.pem())));

    assertThat(verdict.word("/response/error/type")).isEqualTo("DATABASE_INVALID_CERT");
    assertThat(verdict.word("/response/error/description")).contains("CN=issuer", "CN=leaf");
  }

  @Test
  void holderOfACertificateWhoseIssuerIsGivenGetsIn() throws Exception {
    CertifiedName leaf = CertifiedName.issued(folder, "led");
    CertifiedName issuer = new CertifiedName(leaf.keys(), "issuer");

    change("{\"clientTlsCertificates\": [\"%s\", \"%s\"]}".formatted(leaf.pem(), issuer.pem()));

    client(leaf).to(database).close();
    assertThatThrownBy(() -> client().to(database)).isInstanceOf(JedisException.class);
  }

  @Test
  void expiredCertificateIsRefused() throws Exception {
    CertifiedName old = CertifiedName.expired(folder, "expired");

    Reply verdict =
        walker.verdict(
            walker.put(path, "{\"clientTlsCertificates\": [\"%s\"]}".formatted(old.pem())));

    assertThat(verdict.word("/response/error/type")).isEqualTo("DATABASE_EXPIRED_CERT");
  }

  @Test
  void databaseIsKnownByTheSameCertificateAfterARestartAndAfterADeath() throws Exception {
    TlsClient client = client();
    ProcessHandle process;
    try (Jedis jedis = client.to(database)) {
      jedis.set("kept", "yes");
      process = process(jedis);
    }

    site.stop();
    Signal.KILL.to(process);
    site.start();
    walker = site.walker();

    Reply again = Eventually.until(() -> walker.get(path), this::runsAgain);
    try (Jedis jedis = client.to(again)) {
      assertThat(jedis.get("kept")).isEqualTo("yes");
      assertThat(process(jedis)).isNotEqualTo(process);
    }
  }

  private boolean runsAgain(Reply shown) {
    if (!shown.state().equals("active")) {
      return false;
    }
    try (Jedis jedis = client().to(shown)) {
      return jedis.ping().equals("PONG");
    } catch (Exception _) {
      return false; // it has just died and the answer is from before
    }
  }

  private static ProcessHandle process(Jedis jedis) {
    String line =
        jedis
            .info("server")
            .lines()
            .filter(each -> each.startsWith("process_id:"))
            .findFirst()
            .orElseThrow();
    return ProcessHandle.of(Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .orElseThrow();
  }
}
