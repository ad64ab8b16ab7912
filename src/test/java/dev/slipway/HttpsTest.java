package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Config.Doors;
import dev.slipway.Config.PortRange;
import dev.slipway.model.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server with a certificate.
final class HttpsTest {
  @TempDir private Path folder;

  private Config config(Config.Tls tls) {
    return new Config(
        folder.resolve("data"),
        "127.0.0.1",
        0,
        new PortRange(19_000, 19_010),
        new PortRange(29_000, 29_010),
        "127.0.0.1",
        false,
        Set.of(),
        Optional.empty(),
        new Doors(Doors.STANDARD.adminFrom(), List.of(), Optional.of(tls)),
        Config.Outside.STANDARD,
        OptionalDouble.empty(),
        Limits.standard());
  }

  @Test
  void apiIsServedOverTlsAndItsUrlAndLinksSaySo() throws Exception {
    Pem pem = Pem.make(folder.resolve("pem"), "EC");
    try (Server server = Server.start(config(pem.files()));
        HttpClient client = trusting(pem.certificate())) {
      Map<String, String> credentials = credentials();
      String url = credentials.getOrDefault("REDISCLOUD_URL", "");

      HttpResponse<String> answer = get(client, url + "/", credentials);

      assertThat(url).isEqualTo("https://127.0.0.1:" + server.port() + "/v1");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"href\":\"" + url + "/\"");
      assertThat(Files.readString(folder.resolve("data/server.url"))).startsWith(url);
      assertThatThrownBy(() -> get(client, url.replace("https", "http") + "/", credentials))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void urlOfAnEarlierServerMovesWithTheScheme() throws Exception {
    Pem pem = Pem.make(folder.resolve("pem"), "EC");
    Server.start(config(pem.files())).close();
    String before = credentials().getOrDefault("REDISCLOUD_ACCESS_KEY", "");

    try (Server _ = Server.start(config(pem.files()))) {
      assertThat(credentials()).containsEntry("REDISCLOUD_ACCESS_KEY", before);
    }
  }

  @Test
  void certificateThatCannotBeUsedMakesNoFolder() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.pem"), "nothing");

    assertThatThrownBy(() -> Server.start(config(new Config.Tls(file, file))))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("--tls-cert " + file);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  private Map<String, String> credentials() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("data/credentials.env"));
    return lines.stream()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static HttpResponse<String> get(
      HttpClient client, String url, Map<String, String> credentials) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("x-api-key", credentials.getOrDefault("REDISCLOUD_ACCESS_KEY", ""))
            .header("x-api-secret-key", credentials.getOrDefault("REDISCLOUD_SECRET_KEY", ""))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static HttpClient trusting(Path certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(certificate)) {
      trusted.setCertificateEntry(
          "slipway", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }
}
