package dev.slipway.proof.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Something that is true after every step (architecture 6). An instance belongs to one seed, since
/// some remember.
interface Invariant {
  /// What is wrong; nothing when it holds.
  Stream<String> faults(Moment moment);

  /// All of them, under their numbers in the architecture where they have one.
  static Map<String, Invariant> all() {
    Map<String, Invariant> all = new LinkedHashMap<>();
    all.put("I1 OneAtATime", new OneAtATime());
    all.put("I2 InOrder", new InOrder());
    all.put("I3 OnlyForward", new OnlyForward());
    all.put("I4 NothingLost", new NothingLost());
    all.put("I5 ExactlyOnce", new ExactlyOnce());
    all.put("I6 ThreeAtMost", new ThreeAtMost());
    all.put("I7 ActiveMeansServing", new ActiveMeansServing());
    all.put("I7 PendingThenError", new PendingThenError());
    all.put("I8 NothingLeft", new NothingLeft());
    all.put("I9 WritesSurvive", new WritesSurvive());
    all.put("I10 TenDays", new TenDays());
    all.put("I11 NoSecretShown", new NoSecretShown());
    all.put("I12 Apart", new Apart());
    all.put("NeverShot", new NeverShot());
    all.put("PortsStay", new PortsStay());
    all.put("OneTakesWrites", new OneTakesWrites());
    all.put("LooksAtOnce", new LooksAtOnce());
    all.put("BacksOff", new BacksOff());
    all.put("ReadyAfterLooks", new ReadyAfterLooks());
    all.put("FairTry", new FairTry());
    all.put("NoInternalError", new NoInternalError());
    return all;
  }
}
