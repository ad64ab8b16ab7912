package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Action;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  @TempDir private Path data;

  @Test
  void silenceAsksForALookAndSoDoesItsEnd() throws Exception {
    BlockingQueue<Integer> looks = new LinkedBlockingQueue<>();
    try (World world = new World(data)) {
      SpecPlatform platform = world.platform();
      platform.onSuspicion(looks::add);
      platform.apply(Action.START, ID, world.wish());
      platform.observe(ID, world.wish());

      world.signal("STOP");

      assertThat(looks.poll(20, TimeUnit.SECONDS)).isEqualTo(ID);
      world.signal("CONT");
      assertThat(looks.poll(20, TimeUnit.SECONDS)).isEqualTo(ID);
    }
  }

  @Test
  void stopOnPurposeIsNotSuspicious() throws Exception {
    BlockingQueue<Integer> looks = new LinkedBlockingQueue<>();
    try (World world = new World(data)) {
      SpecPlatform platform = world.platform();
      platform.onSuspicion(looks::add);
      platform.apply(Action.START, ID, world.wish());
      platform.observe(ID, world.wish());

      platform.apply(Action.STOP, ID, world.wish());

      assertThat(looks).isEmpty();
    }
  }

  @Test
  void clientThatEndsTheHeldConnectionCausesALookOnly() throws Exception {
    BlockingQueue<Integer> looks = new LinkedBlockingQueue<>();
    try (World world = new World(data)) {
      SpecPlatform platform = world.platform();
      platform.onSuspicion(looks::add);
      platform.apply(Action.START, ID, world.wish());
      platform.observe(ID, world.wish());
      Resident resident = world.resident();
      try (RedisConnection client = world.client(Wishes.PASSWORD)) {
        client.call("CLIENT", "KILL", "USER", Users.CONTROL).text();
      }

      assertThat(looks.poll(20, TimeUnit.SECONDS)).isEqualTo(ID);
      assertThat(world.resident()).isEqualTo(resident);
    }
  }
}
