package dev.slipway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.Transfer;
import dev.slipway.store.sql.Stores;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Account 1 has the databases 1, replicated and active, 2, alone, and 3, which is pending.
final class FailoverOperationsTest extends AdminTest {
  private static final AccountId ACCOUNT = new AccountId(1);
  private static final Status ACTIVE = new Status.Active();

  @BeforeEach
  void fill() {
    server.owner(1);
    add(1, Specs.database("replicated"), ACTIVE);
    add(2, Specs.database("alone", d -> d.replication = false), ACTIVE);
    add(3, Specs.database("new"), new Status.Pending("new"));
  }

  @Test
  void orderIsKeptInTheRowAndLeavesTheDatabaseActive() {
    var reply = ask("POST", path(1), "");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.json().get("asked").asBoolean()).isTrue();
    assertThat(row(1).spec().failoverAsked()).isTrue();
    assertThat(row(1).status()).isEqualTo(ACTIVE);
  }

  @Test
  void secondOrderBeforeTheFirstHasBegunChangesNothing() {
    ask("POST", path(1), "");
    Resource<DatabaseSpec> before = row(1);

    var reply = ask("POST", path(1), "");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(row(1)).isEqualTo(before);
  }

  @Test
  void databaseThatAnImportFillsIsRefused() {
    server.write(
        tx -> {
          tx.transfers().order(filling(1));
          return true;
        });

    assertThat(refused(409, "POST", path(1), "")).contains("import");
    assertThat(row(1).spec().failoverAsked()).isFalse();
  }

  @Test
  void standingIsShownWithoutAnOrder() {
    var shown = done("GET", path(1), "");

    assertThat(shown.get("databaseId").asInt()).isOne();
    assertThat(shown.get("asked").asBoolean()).isFalse();
    assertThat(shown.get("failovers").asInt()).isZero();
  }

  @Test
  void databaseWithoutAReplicaIsRefused() {
    assertThat(refused(409, "POST", path(2), "")).contains("no replica");
  }

  @Test
  void databaseThatIsNotActiveIsRefused() {
    assertThat(refused(409, "POST", path(3), "")).contains("not active");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(refused(404, "POST", path(4), "")).contains("no database 4");
    assertThat(refused(404, "GET", path(4), "")).contains("no database 4");
    assertThat(refused(404, "POST", ACCOUNTS + "/9/databases/1/failover", ""))
        .contains("no account 9");
  }

  private static Transfer filling(int database) {
    return new Transfer(
        Transfer.Key.filling(database),
        ACCOUNT,
        1,
        "replicated",
        List.of(),
        Stores.START,
        0,
        new Transfer.State.UnderWay(),
        null);
  }

  private static String path(int database) {
    return ACCOUNTS + "/1/databases/" + database + "/failover";
  }

  private void add(int id, DatabaseSpec spec, Status status) {
    server.write(
        tx -> {
          tx.databases().add(ACCOUNT, id, 1, spec, status, Stores.START);
          return true;
        });
  }

  private Resource<DatabaseSpec> row(int id) {
    return server.read(tx -> tx.databases().find(ACCOUNT, id).orElseThrow());
  }
}
