package dev.slipway.store;

import dev.slipway.model.AccountId;
import dev.slipway.model.Facts;
import dev.slipway.model.Resource;
import dev.slipway.model.Spec;
import dev.slipway.model.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rows of one kind of resource, as commands and readers see them.
public interface Resources<S extends Spec> {
  /// Adds a pending resource, due now.
  ///
  /// @param parent the subscription of a database
  Resource<S> add(
      AccountId account, int id, @Nullable Integer parent, S spec, Status status, Instant now);

  /// A resource of this account.
  Optional<Resource<S>> find(AccountId account, int id);

  /// All of an account, by id.
  List<Resource<S>> of(AccountId account);

  /// Those of every account, by id.
  List<Resource<S>> all();

  /// Those below a parent, by id.
  List<Resource<S>> under(int parent, int offset, int limit);

  /// How many are below a parent.
  int countUnder(int parent);

  /// Writes another wish and status: what a command does to a resource. The row becomes due, unless
  /// it stays active: then the wish asks nothing new of the world.
  void want(Resource<S> resource, S spec, Status status, Instant now);

  /// Writes another document that asks nothing new of the world: status, times and what is due stay
  /// as they are.
  void describe(Resource<S> resource, S spec);

  /// Keeps what was seen of it besides the looks of the reconciler, whose next one replaces it.
  void seen(Resource<S> resource, Facts facts);
}
