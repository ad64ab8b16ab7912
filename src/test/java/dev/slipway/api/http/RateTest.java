package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.Api;
import dev.slipway.api.ApiServer;
import dev.slipway.model.Limits;
import dev.slipway.model.Role;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many requests are answered.
final class RateTest extends RequestTest {
  @Test
  void rateLimitIsCountedDownInEveryAnswer() {
    owner.get("/v1/tasks");

    assertThat(owner.get("/v1/nothing").header("X-Rate-Limit-Remaining")).isEqualTo("99998");
  }

  @Test
  void answerTellsThePolicyAndWhatIsLeftOfIt() {
    var reply = owner.get("/v1/tasks");

    assertThat(reply.header("RateLimit-Policy")).isEqualTo("\"account-key\";q=100000;w=60");
    assertThat(reply.header("RateLimit")).isEqualTo("\"account-key\";r=99999;t=1");
  }

  @Test
  void strangerIsToldTheWholeRate() {
    var reply = server.stranger("no", "key").get("/v1/tasks");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("X-Rate-Limit-Remaining")).isEqualTo("100000");
    assertThat(reply.header("RateLimit")).isEqualTo("\"account-key\";r=100000;t=1");
  }

  @Test
  void keysOfOneAccountShareItsRateAndAnotherAccountHasItsOwn(@TempDir Path other) {
    server.close();
    server = ApiServer.start(other, Api.STRICT_RATE, Limits.standard());
    var first = server.owner(1);
    var second = server.user(1, Role.VIEWER, "0.0.0.0/0");
    first.get("/v1/tasks");

    assertThat(second.get("/v1/tasks").header("RateLimit")).isEqualTo("\"account-key\";r=398;t=1");
    assertThat(server.owner(2).get("/v1/tasks").header("X-Rate-Limit-Remaining")).isEqualTo("399");
  }

  @Test
  void requestsBeyondTheRateHaveToWait(@TempDir Path other) {
    server.close();
    server = ApiServer.start(other, 2, Limits.standard());
    owner = server.owner(1);
    owner.get("/v1/tasks");
    owner.get("/v1/tasks");

    var reply = owner.get("/v1/tasks");

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("Retry-After")).isEqualTo("30");
    assertThat(reply.header("X-Rate-Limit-Remaining")).isEqualTo("0");
    assertThat(reply.header("RateLimit")).isEqualTo("\"account-key\";r=0;t=30");
  }

  @Test
  void rateIsRefilledWithTime(@TempDir Path other) {
    server.close();
    server = ApiServer.start(other, 1, Limits.standard());
    owner = server.owner(1);
    owner.get("/v1/tasks");
    server.pass(Duration.ofMinutes(1));

    assertThat(owner.get("/v1/tasks").status()).isEqualTo(200);
  }

  @Test
  void rateIsRefilledAlsoWhenTheClockIsSetBack(@TempDir Path other) {
    server.close();
    server = ApiServer.start(other, 1, Limits.standard());
    owner = server.owner(1);
    owner.get("/v1/tasks");
    server.setClock(Duration.ofHours(-1));
    server.pass(Duration.ofMinutes(1));

    assertThat(owner.get("/v1/tasks").status()).isEqualTo(200);
  }
}
