package dev.slipway.api.cloud;

import static dev.slipway.api.http.Access.WRITE;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.json.Decoder;
import dev.slipway.api.task.Submission;
import dev.slipway.model.Catalogue;
import dev.slipway.model.CloudAccountCommand.CreateCloudAccount;
import dev.slipway.model.CloudAccountCommand.DeleteCloudAccount;
import dev.slipway.model.CloudAccountCommand.UpdateCloudAccount;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Secret;
import dev.slipway.store.Store;
import java.util.List;
import java.util.stream.Stream;

/// The operations on cloud accounts.
public final class CloudAccountRoutes {
  private static final String ALL = "/cloud-accounts";
  private static final String ONE = ALL + "/{cloudAccountId}";

  private final Decoder<CloudAccountBody> body = Decoder.of(CloudAccountBody.class);
  private final Decoder<CloudAccountBody.Update> updateBody =
      Decoder.of(CloudAccountBody.Update.class);
  private final Store store;
  private final Submission submission;
  private final Catalogue catalogue;

  /// Into this queue, from these rows.
  public CloudAccountRoutes(Store store, Submission submission, Catalogue catalogue) {
    this.store = store;
    this.catalogue = catalogue;
    this.submission = submission;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "getCloudAccounts", this::all),
        new Operation("POST", ALL, "createCloudAccount", WRITE, this::create),
        Operation.get(ONE, "getCloudAccountById", this::one),
        new Operation("PUT", ONE, "updateCloudAccount", WRITE, this::update),
        new Operation("DELETE", ONE, "deleteCloudAccount", WRITE, this::delete));
  }

  private Answer all(Call call) {
    return store.read(
        tx -> {
          var accounts =
              Stream.concat(
                      catalogue.cloudAccounts().stream()
                          .map(known -> CloudAccountView.of(known, List.of())),
                      tx.cloudAccounts().of(call.account()).stream()
                          .map(row -> CloudAccountView.of(row, List.of())))
                  .toList();
          return Answer.ok(
              new CloudAccountView.All(call.account().value(), accounts, Link.self(call)));
        });
  }

  private Answer one(Call call) {
    int id = call.number("cloudAccountId");
    return catalogue.cloudAccounts().stream()
        .filter(known -> known.id() == id)
        .findFirst()
        .map(known -> Answer.ok(CloudAccountView.of(known, Link.self(call))))
        .orElseGet(() -> own(call, id));
  }

  private Answer own(Call call, int id) {
    return store.read(
        tx ->
            tx.cloudAccounts()
                .find(call.account(), id)
                .map(row -> Answer.ok(CloudAccountView.of(row, Link.self(call))))
                .orElseThrow(
                    () ->
                        Refusal.of(
                            ProblemType.CLOUD_ACCOUNT_NOT_FOUND,
                            "there is no cloud account " + id + ".")));
  }

  private Answer create(Call call) {
    return submission.submit(call, new CreateCloudAccount(body.decode(call.body()).spec()));
  }

  private Answer update(Call call) {
    int id = call.number("cloudAccountId");
    var change = updateBody.decode(call.body());
    return submission.submit(
        call,
        new UpdateCloudAccount(
            id,
            change.name(),
            change.accessKeyId(),
            new Secret(change.accessSecretKey()),
            change.consoleUsername(),
            new Secret(change.consolePassword()),
            change.signInLoginUrl()));
  }

  private Answer delete(Call call) {
    return submission.submit(call, new DeleteCloudAccount(call.number("cloudAccountId")));
  }
}
