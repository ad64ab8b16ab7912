package dev.slipway.api.http;

import dev.slipway.api.json.Decoder;
import dev.slipway.model.Command;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One thing that the API can do. It is said here once: the way to it, who may, what comes in and
/// what goes out; requests are served and the API's description is made from it.
///
/// @param method `GET`, `POST`, `PUT` or `DELETE`
/// @param path below `/v1`, with parameters in braces, such as `/tasks/{taskId}`
/// @param id the name that the published description of the API gives it
/// @param summary what it does, a sentence without its full stop
/// @param access which roles may
/// @param query the parameters that it knows
/// @param takes the record that a body must be; null when it reads none
/// @param bodyDemanded whether a call without that body is refused
/// @param emulated whether it only plays what a cloud would do
public record Operation(
    String method,
    String path,
    String id,
    String summary,
    Access access,
    List<Parameter> query,
    @Nullable Class<?> takes,
    boolean bodyDemanded,
    Reply reply,
    boolean emulated,
    Action action) {
  /// What a call gets when all went well.
  public sealed interface Reply {
    /// What is there now.
    record Shown(Class<?> view) implements Reply {}

    /// Nothing but that it was done.
    record Done() implements Reply {}

    /// The task that this command became.
    record Accepted(Class<? extends Command> command) implements Reply {}
  }

  /// Reads what is there; for owners and viewers unless opened to others.
  public static Draft get(String path, String id, String summary) {
    return new Draft("GET", path, id, summary, Access.READ);
  }

  /// Makes something; for owners.
  public static Draft post(String path, String id, String summary) {
    return new Draft("POST", path, id, summary, Access.WRITE);
  }

  /// Changes something; for owners.
  public static Draft put(String path, String id, String summary) {
    return new Draft("PUT", path, id, summary, Access.WRITE);
  }

  /// Removes something; for owners.
  public static Draft delete(String path, String id, String summary) {
    return new Draft("DELETE", path, id, summary, Access.WRITE);
  }

  /// An operation of which it is not yet said what it does.
  public record Draft(
      String method,
      String path,
      String id,
      String summary,
      Access access,
      List<Parameter> query,
      boolean emulated) {
    Draft(String method, String path, String id, String summary, Access access) {
      this(method, path, id, summary, access, List.of(), false);
    }

    /// For those of these roles.
    public Draft openTo(Access roles) {
      return new Draft(method, path, id, summary, roles, query, emulated);
    }

    /// With these parameters after the question mark.
    public Draft asking(Parameter... parameters) {
      return new Draft(method, path, id, summary, access, List.of(parameters), emulated);
    }

    /// Played: no cloud is reached.
    public Draft played() {
      return new Draft(method, path, id, summary, access, query, true);
    }

    /// With a body that is this record.
    public <B> Taking<B> takes(Class<B> body) {
      return new Taking<>(this, body, Decoder.of(body), true);
    }

    /// With a body that is this record, or none, which is as good as an empty one.
    public <B> Taking<B> mayTake(Class<B> body) {
      return new Taking<>(this, body, Decoder.of(body), false);
    }

    /// Shows this view.
    public Operation shows(Class<?> view, Function<Call, Answer> action) {
      return done(
          null,
          false,
          new Reply.Shown(view),
          method.equals("GET")
              ? (call, _) -> action.apply(call)
              : (call, queue) -> queue.once(call, () -> action.apply(call)));
    }

    /// Does it at once, and there is nothing to show.
    public Operation does(Consumer<Call> action) {
      return done(
          null,
          false,
          new Reply.Done(),
          (call, _) -> {
            action.accept(call);
            return Answer.NOTHING;
          });
    }

    /// Hands a command to the queue.
    public Operation submits(
        Class<? extends Command> command, Function<Call, ? extends Command> action) {
      return done(
          null,
          false,
          new Reply.Accepted(command),
          (call, queue) -> queue.submit(call, action.apply(call)));
    }

    private Operation done(@Nullable Class<?> takes, boolean demanded, Reply reply, Action action) {
      return new Operation(
          method, path, id, summary, access, query, takes, demanded, reply, emulated, action);
    }
  }

  /// An operation whose body is known.
  public record Taking<B>(Draft draft, Class<B> body, Decoder<B> decoder, boolean demanded) {
    private static final byte[] EMPTY = {'{', '}'};

    private B read(Call call) {
      boolean none = call.body().length == 0 && !demanded;
      return decoder.decode(none ? EMPTY : call.body());
    }

    /// Shows this view.
    public Operation shows(Class<?> view, BiFunction<Call, B, Answer> action) {
      return draft.done(
          body,
          demanded,
          new Reply.Shown(view),
          (call, queue) -> {
            B read = read(call);
            return queue.once(call, () -> action.apply(call, read));
          });
    }

    /// Hands a command to the queue.
    public Operation submits(
        Class<? extends Command> command, BiFunction<Call, B, ? extends Command> action) {
      return draft.done(
          body,
          demanded,
          new Reply.Accepted(command),
          (call, queue) -> queue.submit(call, action.apply(call, read(call))));
    }
  }
}
