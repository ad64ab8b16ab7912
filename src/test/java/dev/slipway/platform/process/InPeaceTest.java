package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What is finished although the server ends.
final class InPeaceTest {
  @Test
  void interruptInTheMiddleIsKeptForAfterwards() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicBoolean disturbed = new AtomicBoolean();
    AtomicBoolean kept = new AtomicBoolean();
    Thread ending =
        Thread.startVirtualThread(
            () -> {
              try {
                InPeace.finish(
                    () -> {
                      begun.countDown();
                      disturbed.set(!waitedFor(interrupted));
                    });
              } catch (IOException | PlatformException e) {
                throw new IllegalStateException(e);
              }
              kept.set(Thread.currentThread().isInterrupted());
            });
    begun.await();

    ending.interrupt();
    interrupted.countDown();
    ending.join();

    assertThat(disturbed).isFalse();
    assertThat(kept).isTrue();
  }

  private static boolean waitedFor(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }

  @Test
  void workOfAThreadThatWasInterruptedBeforeIsDone() throws Exception {
    AtomicBoolean disturbed = new AtomicBoolean(true);
    Thread.currentThread().interrupt();

    InPeace.finish(() -> disturbed.set(Thread.currentThread().isInterrupted()));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(disturbed).isFalse();
  }

  @Test
  void failureIsThatOfTheWork() {
    IOException failure = new IOException("the socket is gone");

    assertThatThrownBy(
            () ->
                InPeace.finish(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }
}
