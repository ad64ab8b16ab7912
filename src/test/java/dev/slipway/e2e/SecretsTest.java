package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every secret that a server has had to do with is looked for wherever it left something (I11,
/// docs/security.md).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsTest {
  private static final String FIRST_PASSWORD = "first-password-of-a-tenant";
  private static final String SECOND_PASSWORD = "second-password-of-a-tenant";
  private static final String USERS_PASSWORD = "Password-1-of-somebody";

  private final Log log = new Log();
  private Site site;
  private Walker walker;
  private Reply database;
  private String generatedPassword;
  private final List<String> madeKeys = new ArrayList<>();

  /// Everything that is logged, formatted as it would be printed.
  private static final class Log extends Handler {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final SimpleFormatter format = new SimpleFormatter();

    @Override
    public void publish(LogRecord entry) {
      lines.add(format.format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeAll
  void useEverySecret(@TempDir Path data) throws Exception {
    Logger.getLogger("").addHandler(log);
    site = Site.open(data, 14_500);
    walker = site.walker();
    int id = walker.resource(walker.post("/subscriptions", Bodies.subscription("one", "first")));
    String databases = "/subscriptions/" + id + "/databases";
    walker.active("/subscriptions/" + id);
    int planned = walker.get(databases).at("/subscription/0/databases/0/databaseId").asInt();
    generatedPassword = walker.get(databases + "/" + planned).word("/security/password");
    int own = walker.resource(walker.post(databases, databaseBehind(FIRST_PASSWORD)));
    walker.active(databases + "/" + own);
    walker.resource(
        walker.put(databases + "/" + own, "{\"password\": \"" + SECOND_PASSWORD + "\"}"));
    database = walker.active(databases + "/" + own);
    makeUser(id, own);
    makeKeys();
    Logger.getLogger("dev.slipway").info("all secrets were used");
  }

  private void makeUser(int subscription, int own) throws Exception {
    walker.resource(
        walker.post(
            "/acl/roles",
            """
            {"name": "readers", "redisRules": [{"ruleName": "Read-Only",
             "databases": [{"subscriptionId": %d, "databaseId": %d}]}]}
            """
                .formatted(subscription, own)));
    int user =
        walker.resource(
            walker.post(
                "/acl/users",
                """
                {"name": "ann", "role": "readers", "password": "%s"}
                """
                    .formatted(USERS_PASSWORD)));
    walker.active("/acl/users/" + user);
  }

  private void makeKeys() throws IOException {
    Reply account =
        walker.admin(
            token(),
            "POST",
            "/accounts",
            """
            {"name": "shop", "plan": "annual", "owner": {"name": "Ann", "email": "ann@example.com"}}
            """);
    String path = "/accounts/" + account.at("/id").asInt();
    int user = walker.admin(token(), "GET", path + "/users", "").at("/users/0/id").asInt();
    String wish = "{\"name\": \"key-of-the-shop\", \"userId\": " + user + "}";
    Reply key = walker.admin(token(), "POST", path + "/keys", wish);
    madeKeys.add(account.word("/accountKey"));
    madeKeys.add(key.word("/secretKey"));
    assertThat(madeKeys).allSatisfy(made -> assertThat(made).hasSize(65));
  }

  private static String databaseBehind(String password) {
    return """
    {"name": "own", "datasetSizeInGb": 0.1, "replication": false, "password": "%s"}
    """
        .formatted(password);
  }

  @AfterAll
  void close() throws Exception {
    Logger.getLogger("").removeHandler(log);
    site.close();
  }

  private List<String> passwords() {
    return List.of(generatedPassword, FIRST_PASSWORD, SECOND_PASSWORD, USERS_PASSWORD);
  }

  private List<String> keys() throws IOException {
    return List.of(walker.accountKey(), walker.userKey(), token());
  }

  private List<String> allKeys() throws IOException {
    return Stream.concat(keys().stream(), madeKeys.stream()).toList();
  }

  private String token() throws IOException {
    return site.credentials().getOrDefault("SLIPWAY_ADMIN_TOKEN", "");
  }

  private static boolean holdsAny(String text, List<String> secrets) {
    return secrets.stream().anyMatch(text::contains);
  }

  @Test
  void onlyTheCredentialsFileHoldsKeysInClear() throws Exception {
    assertThat(filesThatHoldAny(keys())).containsExactly("credentials.env");
    assertThat(filesThatHoldAny(madeKeys)).isEmpty();
  }

  @Test
  void noFileHoldsAPasswordInClear() throws Exception {
    assertThat(passwords()).allSatisfy(password -> assertThat(password).hasSizeGreaterThan(20));
    assertThat(filesThatHoldAny(List.of("\"name\":\"own\""))).contains("slipway.db-wal");
    assertThat(filesThatHoldAny(passwords())).isEmpty();
  }

  private List<String> filesThatHoldAny(List<String> secrets) throws IOException {
    try (Stream<Path> files = Files.walk(site.data())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> holdsAny(text(file), secrets))
          .map(file -> site.data().relativize(file).toString())
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noLogLineHoldsASecret() throws Exception {
    String logged = String.join("", log.lines);

    assertThat(logged).contains("all secrets were used");
    assertThat(holdsAny(logged, passwords())).isFalse();
    assertThat(holdsAny(logged, allKeys())).isFalse();
  }

  @Test
  void noTaskHoldsASecret() throws Exception {
    String tasks = walker.get("/tasks").text();

    assertThat(tasks).contains("databaseUpdateRequest");
    assertThat(holdsAny(tasks, passwords())).isFalse();
    assertThat(holdsAny(tasks, allKeys())).isFalse();
  }

  @Test
  void noProcessCarriesASecretInItsArgumentsOrItsEnvironment() throws Exception {
    try (TenantRedis redis = TenantRedis.of(database)) {
      Path process = Path.of("/proc", redis.info("process_id"));
      String carried = text(process.resolve("cmdline")) + text(process.resolve("environ"));

      assertThat(carried).contains("redis");
      assertThat(holdsAny(carried, passwords())).isFalse();
      assertThat(holdsAny(carried, allKeys())).isFalse();
    }
  }

  @Test
  void listOfDatabasesShowsNoPassword() throws Exception {
    String list = walker.get("/subscriptions/" + subscription() + "/databases").text();

    assertThat(list).contains("\"own\"");
    assertThat(holdsAny(list, passwords())).isFalse();
  }

  private int subscription() {
    return walker.get("/subscriptions").at("/subscriptions/0/id").asInt();
  }
}
