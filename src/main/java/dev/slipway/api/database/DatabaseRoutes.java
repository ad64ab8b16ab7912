package dev.slipway.api.database;

import static dev.slipway.api.http.Parameter.optional;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.resource.Rows;
import dev.slipway.model.AccountId;
import dev.slipway.model.Command;
import dev.slipway.model.Contradiction;
import dev.slipway.model.CreateDatabase;
import dev.slipway.model.DeleteDatabase;
import dev.slipway.model.Problem;
import dev.slipway.model.Unwritten;
import dev.slipway.model.UpdateDatabase;
import dev.slipway.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The operations on databases.
public final class DatabaseRoutes {
  private static final String ALL = "/subscriptions/{subscriptionId}/databases";
  private static final String ONE = ALL + "/{databaseId}";
  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  private final Store store;
  private final DatabaseWishes wishes;
  private final DatabaseViews views;

  /// @param advertiseHost the name that endpoints carry
  /// @param unwritten laid over the rows
  public DatabaseRoutes(
      Store store, DatabaseWishes wishes, String advertiseHost, Unwritten unwritten) {
    this.store = store;
    this.wishes = wishes;
    this.views = new DatabaseViews(wishes.catalogue(), advertiseHost, unwritten);
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "getSubscriptionDatabases", "Lists the databases of a subscription")
            .asking(
                optional("offset", Integer.class, "how many to pass over"),
                optional("limit", Integer.class, "how many to show"))
            .shows(Page.class, this::list),
        Operation.post(ALL, "createDatabase", "Creates a database")
            .takes(CreateDatabaseBody.class)
            .submits(CreateDatabase.class, this::create),
        Operation.get(ONE, "getSubscriptionDatabaseByID", "Shows a database")
            .shows(ShownDatabase.class, this::one),
        Operation.put(ONE, "updateDatabase", "Changes a database")
            .takes(UpdateDatabaseBody.class)
            .submits(UpdateDatabase.class, this::update),
        Operation.delete(ONE, "deleteDatabaseById", "Deletes a database with its data")
            .submits(DeleteDatabase.class, this::delete));
  }

  /// A page. The wrapper holds exactly one subscription, because clients take the first and demand
  /// that it is the only one (client-contract 3.4).
  record Page(int accountId, List<Rowset> subscription, List<Link> links) {
    static Page of(AccountId account, Rowset rows, List<Link> links) {
      return new Page(account.value(), List.of(rows), links);
    }

    record Rowset(
        int subscriptionId,
        int numberOfDatabases,
        List<ShownDatabase> databases,
        List<Link> links) {}
  }

  private Answer list(Call call) {
    int offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
    int limit = call.number("limit", PAGE, 1, LARGEST_PAGE);
    var link = Link.to("self", call, call.path() + "?offset=" + offset + "&limit=" + limit);
    return store.read(
        tx -> {
          var subscription = Rows.subscription(tx, call);
          int count = tx.databases().countUnder(subscription.id());
          if (offset > 0 && offset >= count) {
            throw Refusal.of(404, "There are " + count + " databases, none from " + offset + ".");
          }
          var alarms = tx.alarms().of(call.account());
          var databases =
              tx.databases().under(subscription.id(), offset, limit).stream()
                  .map(row -> new DatabaseViews.Row(row, subscription.spec(), alarms))
                  .map(row -> views.listed(row, call))
                  .toList();
          var rows = new Page.Rowset(subscription.id(), count, databases, List.of());
          return Answer.ok(Page.of(call.account(), rows, List.of(link)));
        });
  }

  private Answer one(Call call) {
    return store.read(
        tx -> {
          var subscription = Rows.subscription(tx, call);
          var database = Rows.database(tx, call, subscription);
          var alarms = tx.alarms().of(call.account());
          var row = new DatabaseViews.Row(database, subscription.spec(), alarms);
          return Answer.ok(views.alone(row, call));
        });
  }

  private Command create(Call call, CreateDatabaseBody body) {
    int subscription = call.number("subscriptionId");
    return unlessRefused(
        "databaseCreateRequest",
        DatabaseContradictions.in(body),
        () ->
            new CreateDatabase(
                subscription, wishes.spec(body), Boolean.TRUE.equals(body.dryRun())));
  }

  private Command update(Call call, UpdateDatabaseBody body) {
    int subscription = call.number("subscriptionId");
    int database = call.number("databaseId");
    return unlessRefused(
        "databaseUpdateRequest",
        DatabaseContradictions.in(body),
        () ->
            new UpdateDatabase(
                subscription, database, wishes.change(body), Boolean.TRUE.equals(body.dryRun())));
  }

  private static Command unlessRefused(
      String type, Optional<Problem> contradiction, Supplier<Command> command) {
    return contradiction
        .<Command>map(problem -> new Contradiction(type, problem))
        .orElseGet(command);
  }

  private Command delete(Call call) {
    return new DeleteDatabase(call.number("subscriptionId"), call.number("databaseId"));
  }
}
