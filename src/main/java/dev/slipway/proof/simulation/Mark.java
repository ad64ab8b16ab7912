package dev.slipway.proof.simulation;

import java.util.Locale;

/// Something that has to come up in the seeds of a run, or the run has proved little.
public enum Mark {
  TWO_ACCOUNTS_INTERLEAVED,
  TASK_WAITED_BEHIND_ANOTHER,
  FOURTH_SUBSCRIPTION_REFUSED,
  KEY_REPEATED,
  POISONED_TASK_GIVEN_UP,
  PORT_STOLEN,
  DID_START,
  DID_CONFIGURE,
  DID_FOLLOW,
  DID_UNFOLLOW,
  USERS_CHANGED,
  DID_STOP,
  DID_ERASE,
  WAITED,
  ACTION_FAILED,
  CHANGED_NOTHING,
  LOOK_FAILED,
  TWO_LOOKS_FAILED,
  PORT_AFTER_PORT,
  NO_PORT_FREE,
  SETTLED_PENDING,
  SETTLED_ACTIVE,
  SETTLED_FAILED,
  TOOK_OTHER_PORT,
  TOOK_OVER,
  FAILOVER_ASKED,
  HANDED_OVER,
  FAILOVER_GIVEN_UP,
  FORGOT,
  TRANSIENT_TROUBLE_RETRIED,
  LASTING_TROUBLE_SETTLED,
  DEADLINE_PASSED,
  DEADLINE_PASSED_WHILE_DOWN,
  DIED_AND_CAME_BACK,
  STORE_UNAVAILABLE;

  /// As it is printed, such as `port stolen`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
