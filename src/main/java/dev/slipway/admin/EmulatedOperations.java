package dev.slipway.admin;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.AccountId;
import dev.slipway.model.CounterpartReply;
import dev.slipway.model.Course;
import dev.slipway.model.EmulatedSpec;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.time.InstantSource;
import java.util.List;

/// The operations that speak for the other side of what is only played: for clients that are to see
/// a rejection or a failure, and for endpoints that nobody makes. Without them the other side
/// accepts by itself.
record EmulatedOperations(Store store, InstantSource time) {
  private static final String ALL = AccountOperations.ONE + "/emulated";
  private static final String ONE = ALL + "/{kind}/{resourceId}";

  List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "listEmulated", "Lists what is emulated and has another side")
            .shows(EmulatedView.All.class, this::all),
        Operation.post(ONE, "replyForCounterpart", "Accepts, rejects or fails as the other side")
            .takes(ReplyBody.class)
            .shows(EmulatedView.class, this::reply));
  }

  private Answer all(Call call) {
    return store.read(
        tx -> {
          AccountId account = Tenants.account(tx, call).id();
          return Answer.ok(
              new EmulatedView.All(
                  Played.KINDS.stream().flatMap(kind -> kind.of(tx, account).stream()).toList()));
        });
  }

  private Answer reply(Call call, ReplyBody body) {
    int id = call.number("resourceId");
    String word = call.parameter("kind");
    Played<?> kind =
        Played.KINDS.stream()
            .filter(known -> known.word().equals(word))
            .findFirst()
            .orElseThrow(() -> Refusal.of(404, "Nothing emulated is called " + word + "."));
    return store.write(
        tx -> Answer.ok(reply(kind, tx, Tenants.account(tx, call).id(), id, body.reply())));
  }

  private <S extends EmulatedSpec> EmulatedView reply(
      Played<S> kind, Tx tx, AccountId account, int id, CounterpartReply reply) {
    var row =
        kind.find(tx, account, id)
            .orElseThrow(() -> Refusal.of(404, "The account has none with the number " + id + "."));
    Course next =
        row.spec()
            .course()
            .after(reply)
            .orElseThrow(
                () -> Refusal.of(409, "The %s waits for no such answer.".formatted(row.ref())));
    return kind.end(tx, row, next, time.instant());
  }
}
