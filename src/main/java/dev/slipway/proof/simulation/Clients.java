package dev.slipway.proof.simulation;

import dev.slipway.model.Caller;
import dev.slipway.model.Command;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.store.Tasks;
import dev.slipway.task.IdempotencyConflict;
import dev.slipway.task.TaskQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The users: they send requests, repeat some, and send those again that were not answered.
final class Clients {
  private static final int MOST_REQUESTS = 25;

  private final Chance chance;
  private final Requests requests;
  private final List<Caller> callers;
  private final Ledger ledger;
  private final Trace trace;
  private final Marks marks;
  private final List<Request> keyed = new ArrayList<>();
  private final Deque<Request> unanswered = new ArrayDeque<>();
  private boolean leaving;
  private int sent;

  /// @param key null for a request that cannot be repeated
  private record Request(Caller caller, Command command, @Nullable String key, String body) {
    Optional<Tasks.Idempotency> idempotency() {
      return Optional.ofNullable(key).map(k -> new Tasks.Idempotency("POST /", k, body));
    }
  }

  Clients(Host host) {
    this.chance = host.chance;
    this.requests = new Requests(host.chance);
    this.callers = host.callers;
    this.ledger = host.ledger;
    this.trace = host.trace;
    this.marks = host.marks;
  }

  /// Whether they want anything more.
  boolean haveMore() {
    return sent < (leaving ? 2 * MOST_REQUESTS : MOST_REQUESTS);
  }

  /// From now on they only take down what they have.
  void leave() {
    leaving = true;
  }

  /// One client sends one request.
  void send(TaskQueue queue, Rows rows) {
    sent++;
    if (!keyed.isEmpty() && chance.oneIn(30)) {
      sendOtherBody(queue, chance.of(keyed));
      return;
    }
    send(queue, choose(rows));
  }

  private Request choose(Rows rows) {
    if (!unanswered.isEmpty() && chance.oneIn(2)) {
      return unanswered.remove();
    }
    if (!keyed.isEmpty() && chance.oneIn(10)) {
      return chance.of(keyed);
    }
    Caller caller = chance.of(callers);
    return new Request(
        caller,
        leaving
            ? requests.goodbye(rows.of(caller.account().id()))
            : requests.next(caller.account().id(), rows),
        chance.oneIn(3) ? "key-" + sent : null,
        "body-" + sent);
  }

  private void send(TaskQueue queue, Request request) {
    trace.add(
        () ->
            "account " + request.caller().account().id() + " sends " + Words.of(request.command()));
    try {
      var answer = queue.submit(request.caller(), request.command(), request.idempotency());
      trace.add(() -> "  is answered with task " + answer.task().number());
      ledger.answered(answer, request.key());
      if (request.key() != null && !keyed.contains(request)) {
        keyed.add(request);
      }
      if (answer.replayed()) {
        marks.add(Mark.KEY_REPEATED);
      }
    } catch (StoreUnavailable e) {
      trace.add(() -> "  is told to come back");
    } catch (Throwable e) {
      if (e instanceof Crash) {
        ledger.notAnswered();
        if (request.key() != null) {
          unanswered.add(request);
        }
      }
      throw e;
    }
  }

  private static void sendOtherBody(TaskQueue queue, Request request) {
    Request other = new Request(request.caller(), request.command(), request.key(), "another body");
    try {
      queue.submit(other.caller(), other.command(), other.idempotency());
    } catch (IdempotencyConflict | StoreUnavailable expected) {
      return;
    }
    throw new Violation("I5 key " + request.key() + " was accepted with another body").undeclared();
  }
}
