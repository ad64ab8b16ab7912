package dev.slipway.admin;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Submitter;
import dev.slipway.model.Command;
import java.util.function.Supplier;

/// Does what is asked for without a task. Keys that were shown once are not kept to be shown again.
final class AtOnce implements Submitter {
  @Override
  public Answer submit(Call call, Command command) {
    throw new IllegalStateException("the side of the operator has no tasks");
  }

  @Override
  public Answer once(Call call, Supplier<Answer> work) {
    return work.get();
  }
}
