package dev.slipway.reconcile;

import dev.slipway.model.Ref;
import dev.slipway.model.Unwritten;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Resources whose rows may say what is not true any more, until each was looked at. Memory of one
/// program, lost with it: the next one looks at everything. Safe for use by many threads.
public final class Doubts implements Unwritten {
  /// No row says that they are due for it.
  private final Set<Ref> suspected = ConcurrentHashMap.newKeySet();

  /// They are due, and no visit has begun since.
  private final Set<Ref> due = ConcurrentHashMap.newKeySet();

  /// They were visited, and the last look failed.
  private final Set<Ref> unclear = ConcurrentHashMap.newKeySet();

  /// What is in doubt could not be written.
  private final Set<Ref> unwritten = ConcurrentHashMap.newKeySet();

  /// Something may have happened to it just now.
  void suspect(Ref ref) {
    suspected.add(ref);
  }

  /// What is suspected, to be made due. A suspicion that comes from now on is another one.
  List<Ref> takeSuspected() {
    List<Ref> refs = List.copyOf(suspected);
    due.addAll(refs);
    refs.forEach(suspected::remove);
    return refs;
  }

  /// These could not be made due, and stay suspected; nor could anything else be written now.
  void cannotWrite(Collection<Ref> refs) {
    suspected.addAll(refs);
    unwritten.addAll(due);
    unwritten.addAll(unclear);
  }

  /// These are due, and nobody could look at them for a while.
  void due(Collection<Ref> refs) {
    due.addAll(refs);
  }

  /// A visit begins, to clear up what was in doubt until now.
  ///
  /// @return whether anything was
  boolean take(Ref ref) {
    boolean wasDue = due.remove(ref);
    return unclear.remove(ref) || wasDue;
  }

  /// Whether something was suspected since the last visit began.
  boolean suspectedSince(Ref ref) {
    return due.contains(ref);
  }

  /// A visit that has to clear up a doubt cannot write.
  void cannotWrite(Ref ref) {
    unwritten.add(ref);
  }

  /// A visit is over, and its row says what was seen.
  ///
  /// @param clear whether anything was
  void written(Ref ref, boolean clear) {
    if (!clear) {
      unclear.add(ref);
    }
    unwritten.remove(ref);
  }

  /// Nothing is due and nothing is being visited: what is left has no row any more.
  void noneDue() {
    due.clear();
    unwritten.clear();
  }

  @Override
  public boolean doubts(Ref database) {
    return unwritten.contains(database);
  }
}
