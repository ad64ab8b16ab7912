package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.trap.Trap;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

/// What a client that polls finds when it looks for the first time.
public final class FirstLookTest {
  /// How long the Terraform provider waits before it looks (client-contract 4.2).
  private static final Duration DELAY = Duration.ofSeconds(10);

  /// A resource that is pending at Terraform's first look costs it 30 seconds more.
  @Trap(10)
  void resourceIsActiveBeforeTerraformLooks(@TempDir Path data) throws Exception {
    try (var site = Site.open(data, 14_160)) {
      var walker = site.walker();
      Instant asked = Instant.now();

      int id = walker.resource(walker.post("/subscriptions", Bodies.subscription("shop", "one")));
      walker.active("/subscriptions/" + id);
      int planned =
          walker
              .get("/subscriptions/" + id + "/databases")
              .at("/subscription/0/databases/0/databaseId")
              .asInt();
      walker.active("/subscriptions/" + id + "/databases/" + planned);

      assertThat(Duration.between(asked, Instant.now())).isLessThan(DELAY);
    }
  }
}
