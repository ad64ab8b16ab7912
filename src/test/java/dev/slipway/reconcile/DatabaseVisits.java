package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Facts;
import dev.slipway.model.Limits;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Settings;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.Trouble;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Platform;
import dev.slipway.platform.PlatformException;
import dev.slipway.store.Store;
import dev.slipway.store.sql.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A database and visits to it, in a world that is told what to show.
abstract class DatabaseVisits {
  static final AccountId ACCOUNT = new AccountId(1);
  static final Ref DATABASE = Ref.database(10_001);
  static final DatabaseSpec SPEC = Specs.database("cache");
  static final Trouble BLIND =
      new Trouble(new Problem(ProblemType.PROVISION_FAILURE, "nobody may look"), false);
  static final Duration LATE = Limits.standard().provisioning().plusSeconds(1);

  @TempDir Path folder;
  final OneRedis redis = new OneRedis();
  Store store;
  Instant now = Stores.START;

  @BeforeEach
  final void addDatabase() {
    store = Stores.inline(folder);
    Stores.addAccount(store, ACCOUNT.value());
    store.write(
        tx -> tx.databases().add(ACCOUNT, DATABASE.id(), 1, SPEC, new Status.Pending(""), now));
  }

  @AfterEach
  final void close() {
    store.close();
  }

  final void lookIsAskedFor() {
    store.write(
        tx -> {
          tx.work().look(DATABASE, now);
          return true;
        });
  }

  final void bringUp() {
    visitToItsEnd(Stores.START);
    now = now.plus(Limits.standard().driftLook());
  }

  /// @param since when the program began
  final Reconciler reconciler(Instant since) {
    return new Reconciler(
        store,
        redis,
        Limits.standard(),
        Specs.catalogue(),
        () -> now,
        "me",
        since,
        10_000,
        10_019,
        _ -> {});
  }

  /// @param since when the program began
  final void visitToItsEnd(Instant since) {
    Visit visit = reconciler(since).visit(DATABASE).orElseThrow();
    while (visit.step()) {
      assertThat(redis.actions).hasSizeLessThan(10);
    }
  }

  final Resource<DatabaseSpec> row() {
    return store.read(tx -> tx.databases().find(ACCOUNT, DATABASE.id())).orElseThrow();
  }

  /// One Redis that is started at once, and shows what it is told to show.
  static final class OneRedis implements Platform {
    final List<Action> actions = new ArrayList<>();
    Life life = Life.DEAD;
    boolean startsInVain;
    boolean loads;
    boolean blind;

    /// It serves with settings that nobody wants, whatever it is told.
    boolean drifts;

    /// Nobody may look once it was told anything.
    boolean hides;

    boolean erased;

    /// What it was last told.
    Wanted told = Wanted.alone(SPEC);

    final Set<Integer> held = new HashSet<>();

    @Override
    public Observed observe(int databaseId, Wanted wanted) throws PlatformException {
      if (blind) {
        throw new PlatformException(BLIND.problem(), BLIND.lasting());
      }
      var seen = new Wanted(wanted.spec(), told.users());
      Settings settings = life == Life.SERVING && !drifts ? Settings.wantedBy(seen) : null;
      String holder = held.contains(wanted.spec().port()) ? "a neighbour" : null;
      boolean replicated = life == Life.SERVING && wanted.spec().replication();
      var replica = replicated ? Observed.Replica.FOLLOWING : Observed.Replica.NONE;
      return new Observed(life, !erased, holder, settings, replica, facts(settings));
    }

    private static @Nullable Facts facts(@Nullable Settings settings) {
      return settings == null
          ? null
          : new Facts("redis", 0, "run", new Facts.Admitted(settings.users(), Map.of()));
    }

    @Override
    public boolean ended(int databaseId) {
      return life == Life.DEAD && !blind;
    }

    @Override
    public boolean free(int port) {
      return !held.contains(port);
    }

    @Override
    public void apply(Action action, int databaseId, Wanted wanted) {
      actions.add(action);
      told = wanted;
      blind |= hides;
      life = startsInVain ? life : loads ? Life.LOADING : Life.SERVING;
    }

    @Override
    public void onSuspicion(IntConsumer look) {}
  }
}
