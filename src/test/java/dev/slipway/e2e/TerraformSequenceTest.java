package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How the sequence goes: its writes, its tasks, and the resources' ways from status to status.
final class TerraformSequenceTest extends TerraformTest {
  /// What the provider waits through before `active`; every other status ends its wait as a failure
  /// (client-contract 3.4).
  private static final Set<String> STATUSES_OF_A_DATABASE =
      Set.of("draft", "pending", "active-change-pending", "active-change-draft", "active");

  private static final Set<String> STATUSES_OF_A_TASK =
      Set.of(
          "initialized",
          "received",
          "processing-in-progress",
          "processing-completed",
          "processing-error");

  @Test
  void everyWriteIsAnsweredWithATaskInJson() {
    assertThat(run.accepted())
        .hasSizeGreaterThan(8)
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isEqualTo(202); // trap 1
              assertThat(reply.word("/taskId")).hasSize(36);
              assertThat(reply.state()).isEqualTo("received");
            });
  }

  @Test
  void questionMarkInsideThePathBeginsAQuery() {
    Reply unknown = walker.get("/subscriptions/redis-versions%3FsubscriptionId=99999");

    assertThat(run.redisVersions.status()).isEqualTo(200); // trap 2
    assertThat(words(run.redisVersions.at("/redisVersions"), "version")).contains("7.4");
    assertThat(unknown.status()).isEqualTo(404);
  }

  @Test
  void pathWithAFinalSlashIsTheSamePath() {
    Reply account = walker.get("/");

    assertThat(account.status()).isEqualTo(200); // trap 3
    assertThat(account.at("/account/id").isInt()).isTrue();
    assertThat(walker.get("/subscriptions/").json()).isEqualTo(walker.get("/subscriptions").json());
  }

  @Test
  void contentTypeWithoutABodyIsNoFault() {
    List<Reply> withoutBody =
        run.diary.stream()
            .filter(reply -> Set.of("GET", "DELETE").contains(reply.http().request().method()))
            .toList();

    assertThat(withoutBody)
        .isNotEmpty()
        .allSatisfy(reply -> assertThat(reply.status()).isIn(200, 202, 404)); // trap 4
  }

  @Test
  void taskHasAnErrorOnlyWhenItFailed() {
    assertThat(run.polls())
        .isNotEmpty()
        .allSatisfy(
            poll ->
                assertThat(poll.at("/response/error").isObject()) // trap 5
                    .isEqualTo(poll.state().equals("processing-error")));
  }

  @Test
  void finishedTaskHasAResponse() {
    assertThat(run.polls())
        .filteredOn(poll -> poll.state().startsWith("processing-completed"))
        .hasSizeGreaterThan(8)
        .allSatisfy(poll -> assertThat(poll.at("/response").isObject()).isTrue()); // trap 6
  }

  @Test
  void taskIsReadableAtOnceAndItsStatusesAreKnown() {
    assertThat(run.polls())
        .allSatisfy(
            poll -> {
              assertThat(poll.status()).isEqualTo(200); // trap 9
              assertThat(poll.state()).isIn(STATUSES_OF_A_TASK); // trap 8
            });
  }

  @Test
  void resourceIsReadableWhenItsTaskHasEnded() {
    assertThat(run.subscriptionReads().getFirst().status()).isEqualTo(200); // trap 10
    assertThat(run.databaseReads())
        .filteredOn(read -> read.at("/databaseId").equals(run.database.at("/databaseId")))
        .isNotEmpty();
  }

  @Test
  void resourceIsNeverInAStatusThatEndsAWait() {
    assertThat(run.databaseReads())
        .filteredOn(read -> read.status() == 200)
        .extracting(Reply::state)
        .contains("active")
        .allSatisfy(state -> assertThat(state).isIn(with(STATUSES_OF_A_DATABASE, "deleting")));
    assertThat(run.subscriptionReads())
        .filteredOn(read -> read.status() == 200)
        .extracting(Reply::state)
        .contains("active")
        .allSatisfy(state -> assertThat(state).isIn("pending", "active", "deleting")); // trap 11
  }

  private static Set<String> with(Set<String> words, String another) {
    return Stream.concat(words.stream(), Stream.of(another))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Test
  void pageAfterTheLastIsNotFound() {
    assertThat(run.pageAfterTheLast.status()).isEqualTo(404); // trap 13
    assertThat(run.emptyPage.status()).isEqualTo(200);
    assertThat(run.emptyPage.at("/subscription").size()).isEqualTo(1);
  }

  @Test
  void certificateAsAStringIsReadAndItsFaultEndsTheTask() {
    assertThat(run.brokenCertificate.state()).isEqualTo("processing-error"); // traps 17 and 30
    assertThat(run.brokenCertificate.word("/response/error/type"))
        .isEqualTo("DATABASE_INVALID_CERT");
    assertThat(run.brokenCertificate.word("/response/error/status")).isEqualTo("400 BAD_REQUEST");
    assertThat(run.brokenCertificate.word("/response/error/description"))
        .startsWith("Database certificate is invalid");
  }

  @Test
  void everyAnswerLeavesClientsUnthrottled() {
    assertThat(run.diary)
        .allSatisfy(
            reply ->
                assertThat(
                        reply.http().headers().firstValueAsLong("X-Rate-Limit-Remaining").orElse(0))
                    .isGreaterThan(400)); // trap 30
  }

  @Test
  void presentValuesAreAcceptedWhileDatabasesAreDeleted() {
    assertThat(run.putWhileDatabasesAreDeleted.state()).isEqualTo("processing-completed");
    assertThat(run.emptySubscription.word("/name")).isEqualTo("tf-subscription");
    assertThat(run.emptySubscription.at("/paymentMethodId").asInt())
        .isEqualTo(TerraformBodies.PAYMENT_METHOD);
    assertThat(run.emptySubscription.at("/publicEndpointAccess").asBoolean()).isTrue();
  }

  @Test
  void repeatedPutMovesNothingButWhatItClears() {
    assertThat(run.databaseAfterPut.at("/alerts")).isEmpty();
    assertThat(run.databaseAfterPut.json().has("replicaOf")).isFalse();
    assertThat(wanted(run.databaseAfterPut, "alerts")).isEqualTo(wanted(run.database, "alerts"));
    assertThat(wanted(run.databaseAfterSecondPut)).isEqualTo(wanted(run.databaseAfterPut));
  }

  /// The part of a database that a user asked for.
  private static JsonNode wanted(Reply database, String... without) {
    ObjectNode fields = (ObjectNode) database.json();
    fields.remove(List.of("lastModified", "memoryUsedInMb", "links", "x-slipway"));
    fields.remove(List.of(without));
    return fields;
  }

  @Test
  void destroyedResourcesAreNotFound() {
    assertThat(run.databaseGone.status()).isEqualTo(404);
    assertThat(run.subscriptionGone.status()).isEqualTo(404);
    assertThat(walker.get("/subscriptions").at("/subscriptions")).isEmpty();
  }
}
