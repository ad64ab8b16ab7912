package dev.slipway.api.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.FamilyTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CloudAccountRoutesTest extends FamilyTest {
  private static final String OWN =
      """
      {"name":"own","provider":"AWS","accessKeyId":"AKIA1","accessSecretKey":"hidden-1",
       "consoleUsername":"ann","consolePassword":"hidden-2","signInLoginUrl":"https://aws.example/console"}
      """;

  @Test
  void internalAccountIsThereAndSoIsOneOfTheCatalogue() {
    var accounts = shown("/cloud-accounts").get("cloudAccounts");

    assertThat(accounts.at("/0/id").asInt()).isEqualTo(1);
    assertThat(accounts.at("/0/name").asString()).isEqualTo("Redis Internal Resources");
    assertThat(accounts.at("/1/accessKeyId").asString()).isNotEmpty();
  }

  @Test
  void accountIsKeptWithItsKeyInClearAndNoSecretShown() {
    int id = accepted("POST", "/cloud-accounts", OWN);
    assertThat(shown("/cloud-accounts/" + id).get("status").asString()).isEqualTo("draft");
    server.settle(Kind.CLOUD_ACCOUNT, id, new Status.Active());

    var account = shown("/cloud-accounts/" + id);

    assertThat(account.get("status").asString()).isEqualTo("active");
    assertThat(account.get("accessKeyId").asString()).isEqualTo("AKIA1");
    assertThat(account.at("/x-slipway/emulated").asBoolean()).isTrue();
    assertThat(account.toString()).doesNotContain("hidden");
  }

  @Test
  void nameAndUrlStayUnlessTheyAreSent() {
    int id = active(Kind.CLOUD_ACCOUNT, "/cloud-accounts", OWN);

    accepted(
        "PUT",
        "/cloud-accounts/" + id,
        """
        {"accessKeyId":"AKIA2","accessSecretKey":"x","consoleUsername":"u","consolePassword":"p"}
        """);

    var account = shown("/cloud-accounts/" + id);
    assertThat(account.get("name").asString()).isEqualTo("own");
    assertThat(account.get("signInLoginUrl").asString()).isEqualTo("https://aws.example/console");
    assertThat(account.get("accessKeyId").asString()).isEqualTo("AKIA2");
    assertThat(account.get("status").asString()).isEqualTo("change-draft");
  }

  @Test
  void subscriptionIsMadeInOnesOwnAccount() {
    int id = active(Kind.CLOUD_ACCOUNT, "/cloud-accounts", OWN);

    int subscription = accepted("POST", "/subscriptions", subscription(id));

    assertThat(shown("/subscriptions/" + subscription).at("/cloudDetails/0/cloudAccountId").asInt())
        .isEqualTo(id);
  }

  @Test
  void unusedAccountGoes() {
    int id = active(Kind.CLOUD_ACCOUNT, "/cloud-accounts", OWN);
    accepted("DELETE", "/cloud-accounts/" + id, "");

    server.forget(Kind.CLOUD_ACCOUNT, id);

    assertThat(owner.get("/v1/cloud-accounts/" + id).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "POST, /cloud-accounts, own, AKIA9, 409 CONFLICT CLOUD_ACCOUNT_NAME_EXISTS",
        "POST, /cloud-accounts, new, AKIA1, 409 CONFLICT CLOUD_ACCOUNT_ACCESS_KEY_EXISTS",
        "PUT, /cloud-accounts/10002, own, AKIA2, 409 CONFLICT CLOUD_ACCOUNT_NAME_EXISTS",
        "PUT, /cloud-accounts/10002, two, AKIA1, 409 CONFLICT CLOUD_ACCOUNT_ACCESS_KEY_EXISTS",
        "PUT, /cloud-accounts/10003, x, AKIA9, 403 FORBIDDEN CLOUD_ACCOUNT_NOT_ACTIVE",
        "PUT, /cloud-accounts/1, x, AKIA9, 404 NOT_FOUND CLOUD_ACCOUNT_NOT_FOUND",
        "PUT, /cloud-accounts/99, x, AKIA9, 404 NOT_FOUND CLOUD_ACCOUNT_NOT_FOUND",
        "DELETE, /cloud-accounts/99, x, AKIA9, 404 NOT_FOUND CLOUD_ACCOUNT_NOT_FOUND",
        "DELETE, /cloud-accounts/1, x, AKIA9, 404 NOT_FOUND CLOUD_ACCOUNT_NOT_FOUND",
        "DELETE, /cloud-accounts/10001, x, AKIA9, 409 CONFLICT CLOUD_ACCOUNT_USED",
      })
  void refusals(String method, String path, String name, String key, String error) {
    int first = active(Kind.CLOUD_ACCOUNT, "/cloud-accounts", OWN);
    accepted("POST", "/subscriptions", subscription(first));
    active(Kind.CLOUD_ACCOUNT, "/cloud-accounts", named("two", "AKIA2"));
    accepted("POST", "/cloud-accounts", named("pending", "AKIA3"));

    assertThat(refused(method, path, named(name, key))).isEqualTo(error);
  }

  @Test
  void subscriptionInAnAccountThatIsNotActiveIsRefused() {
    int id = accepted("POST", "/cloud-accounts", OWN);

    assertThat(refused("POST", "/subscriptions", subscription(id)))
        .isEqualTo("403 FORBIDDEN CLOUD_ACCOUNT_NOT_ACTIVE");
  }

  private static String named(String name, String key) {
    return OWN.replace("\"own\"", '"' + name + '"').replace("AKIA1", key);
  }

  private static String subscription(int cloudAccount) {
    return """
    {"name":"shop","paymentMethod":"marketplace",
     "cloudProviders":[{"provider":"AWS","cloudAccountId":%d,"regions":[{"region":"us-east-1"}]}],
     "databases":[{"name":"cache","datasetSizeInGb":0.1}]}
    """
        .formatted(cloudAccount);
  }
}
