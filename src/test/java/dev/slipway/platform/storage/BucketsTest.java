package dev.slipway.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Secret;
import dev.slipway.platform.TransferException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/// Files that go up to buckets, many at once.
final class BucketsTest {
  @Test
  void uploadWaitsForAPlaceAndGivesItBack() throws Exception {
    Semaphore places = new Semaphore(0);
    Buckets buckets = new Buckets(Optional.of(nobody()), places);
    Address folder = Address.of(new Secret("s3://key:word@bucket/"));
    FutureTask<Boolean> upload = new FutureTask<>(() -> fails(buckets, folder));

    Thread.startVirtualThread(upload);
    while (!places.hasQueuedThreads()) {
      Thread.onSpinWait();
    }
    boolean waited = !upload.isDone();
    places.release();

    assertThat(upload.get()).isTrue();
    assertThat(waited).isTrue();
    assertThat(places.availablePermits()).isOne();
  }

  private static boolean fails(Buckets buckets, Address folder) throws Exception {
    try {
      buckets.write(folder, "name", _ -> {});
      return false;
    } catch (TransferException _) {
      return true;
    }
  }

  private static URI nobody() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + taken.getLocalPort());
    }
  }
}
