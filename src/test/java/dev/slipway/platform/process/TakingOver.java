package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

/// Commands with which a client would take a Redis out of our hands.
final class TakingOver {
  private static final String PROCESS =
      """
      CONFIG GET dir
      CONFIG SET dir /
      CONFIG REWRITE
      DEBUG SLEEP 0
      MODULE LIST
      MODULE LOAD /x.so
      SHUTDOWN
      SHUTDOWN NOSAVE
      SAVE
      BGSAVE
      BGREWRITEAOF
      CLIENT PAUSE 1
      CLIENT UNPAUSE
      ACL SETUSER x
      ACL DELUSER x
      ACL GENPASS
      ACL LOAD
      ACL SAVE
      ACL LOG
      """;

  private static final String REPLICATION =
      """
      REPLICAOF NO ONE
      SLAVEOF NO ONE
      MIGRATE h 1 k 0 1
      SYNC
      PSYNC ? -1
      FAILOVER
      CLUSTER ADDSLOTS 1
      CLUSTER ADDSLOTSRANGE 1 2
      CLUSTER BUMPEPOCH
      CLUSTER DELSLOTS 1
      CLUSTER DELSLOTSRANGE 1 2
      CLUSTER FAILOVER
      CLUSTER FLUSHSLOTS
      CLUSTER FORGET x
      CLUSTER MEET h 1
      CLUSTER REPLICATE x
      CLUSTER RESET
      CLUSTER SAVECONFIG
      CLUSTER SET-CONFIG-EPOCH 1
      CLUSTER SETSLOT 1 STABLE
      """;

  private TakingOver() {}

  /// Tries them all as this client, also from a script.
  static void isRefusedTo(RedisConnection client) throws IOException {
    List<String> lines = (PROCESS + REPLICATION).lines().toList();
    for (String line : lines) {
      assertThat(client.call(line.split(" ")))
          .as(line)
          .isInstanceOfSatisfying(
              Reply.Refusal.class,
              refusal ->
                  assertThat(refusal.message())
                      .matches("NOPERM.*|ERR (DEBUG|MODULE) command not allowed.*"));
    }
    assertThat(client.call("EVAL", "return redis.call('CONFIG', 'GET', 'dir')", "0"))
        .isInstanceOfSatisfying(
            Reply.Refusal.class,
            refusal -> assertThat(refusal.message()).contains("not allowed from script"));
  }
}
