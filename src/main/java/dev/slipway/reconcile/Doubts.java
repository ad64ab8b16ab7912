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
  private final Set<Ref> suspected = ConcurrentHashMap.newKeySet();
  private final Set<Ref> open = ConcurrentHashMap.newKeySet();
  private final Set<Ref> unwritten = ConcurrentHashMap.newKeySet();

  /// Something may have happened to it just now.
  void suspect(Ref ref) {
    suspected.add(ref);
  }

  /// What is suspected and that no row says it is due for. A suspicion that comes from now on is
  /// another one.
  List<Ref> takeSuspected() {
    List<Ref> refs = List.copyOf(suspected);
    refs.forEach(suspected::remove);
    open.addAll(refs);
    return refs;
  }

  /// These could not be made due: they stay suspected.
  void giveBack(Collection<Ref> refs) {
    suspected.addAll(refs);
    unwritten.addAll(refs);
  }

  /// They are due since nobody looked at them for a while.
  void open(Collection<Ref> refs) {
    open.addAll(refs);
  }

  /// A visit begins, and clears up what was in doubt until now.
  ///
  /// @return whether anything was
  boolean take(Ref ref) {
    return open.remove(ref);
  }

  /// Nothing is due and nothing is being visited: what is left has no row any more.
  void allClear() {
    open.clear();
    unwritten.clear();
  }

  /// A visit that was to clear up a doubt could not write.
  void cannotWrite(Ref ref) {
    unwritten.add(ref);
  }

  /// A visit is over: its row says what was seen.
  void written(Ref ref) {
    unwritten.remove(ref);
  }

  @Override
  public boolean doubts(Ref database) {
    return unwritten.contains(database);
  }
}
