package dev.slipway.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Tests of databases in one subscription of a server of their own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabasesTest {
  Site site;
  Walker walker;

  /// The path of the subscription's databases.
  String databases;

  private int made;

  /// Opens the server.
  abstract Site open(Path data) throws Exception;

  @BeforeAll
  final void makeSubscription(@TempDir Path data) throws Exception {
    site = open(data);
    walker = site.walker();
    int id = walker.resource(walker.post("/subscriptions", Bodies.subscription("one", "first")));
    databases = "/subscriptions/" + id + "/databases";
    walker.active("/subscriptions/" + id);
  }

  /// A name that no other database here has.
  final String freshName() {
    return "db-" + ++made;
  }

  /// Makes a database and waits until it is active.
  ///
  /// @return its path
  final String make(String body) throws Exception {
    String path = databases + "/" + walker.resource(walker.post(databases, body));
    walker.active(path);
    return path;
  }

  @AfterAll
  void close() throws Exception {
    site.close();
  }
}
