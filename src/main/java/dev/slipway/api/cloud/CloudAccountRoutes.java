package dev.slipway.api.cloud;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.Catalogue;
import dev.slipway.model.CloudAccountCommand.CreateCloudAccount;
import dev.slipway.model.CloudAccountCommand.DeleteCloudAccount;
import dev.slipway.model.CloudAccountCommand.UpdateCloudAccount;
import dev.slipway.model.Command;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Secret;
import dev.slipway.store.Store;
import java.util.List;
import java.util.stream.Stream;

/// The operations on cloud accounts.
public final class CloudAccountRoutes {
  private static final String ALL = "/cloud-accounts";
  private static final String ONE = ALL + "/{cloudAccountId}";

  private final Store store;
  private final Catalogue catalogue;

  /// Into this queue, from these rows.
  public CloudAccountRoutes(Store store, Catalogue catalogue) {
    this.store = store;
    this.catalogue = catalogue;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "getCloudAccounts", "Lists the cloud accounts")
            .played()
            .shows(CloudAccountView.All.class, this::all),
        Operation.post(ALL, "createCloudAccount", "Adds a cloud account")
            .played()
            .takes(CloudAccountBody.class)
            .submits(CreateCloudAccount.class, this::create),
        Operation.get(ONE, "getCloudAccountById", "Shows a cloud account")
            .played()
            .shows(CloudAccountView.class, this::one),
        Operation.put(ONE, "updateCloudAccount", "Changes a cloud account")
            .played()
            .takes(CloudAccountBody.Update.class)
            .submits(UpdateCloudAccount.class, this::update),
        Operation.delete(ONE, "deleteCloudAccount", "Removes a cloud account that nothing uses")
            .played()
            .submits(DeleteCloudAccount.class, this::delete));
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

  private Command create(Call call, CloudAccountBody body) {
    return new CreateCloudAccount(body.spec());
  }

  private Command update(Call call, CloudAccountBody.Update change) {
    int id = call.number("cloudAccountId");
    return new UpdateCloudAccount(
        id,
        change.name(),
        change.accessKeyId(),
        new Secret(change.accessSecretKey()),
        change.consoleUsername(),
        new Secret(change.consolePassword()),
        change.signInLoginUrl());
  }

  private Command delete(Call call) {
    return new DeleteCloudAccount(call.number("cloudAccountId"));
  }
}
