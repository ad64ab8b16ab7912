package dev.slipway.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How a Redis is set apart from this program and from other databases, as far as this machine can:
/// its own session, so that Ctrl-C does not reach it; files that only it may read; and its own user
/// without any privilege when this program is root.
///
/// @param setsid the program that starts another in a session of its own
/// @param setpriv the program that starts another with less privileges
/// @param boundsFiles whether this program may set {@link #FILES} for another
record Isolation(
    Optional<Path> setsid, Optional<Path> setpriv, boolean boundsFiles, Privileges privileges) {
  /// How many files and connections a Redis may have open: its 10,000 clients and what it needs
  /// itself.
  static final int FILES = 10_240;

  /// Without limits.
  Isolation(Optional<Path> setsid, Optional<Path> setpriv, Privileges privileges) {
    this(setsid, setpriv, false, privileges);
  }

  /// What this machine has.
  ///
  /// @param searchPath folders to search, as in the environment's `PATH`
  static Isolation detect(String searchPath) {
    SearchPath path = SearchPath.of(searchPath);
    Privileges own = Privileges.own();
    return new Isolation(
        program("setsid", path),
        program("setpriv", path),
        own.mayLimitFiles() || OpenFiles.most() >= FILES,
        own);
  }

  /// Whether each database runs as a user of its own.
  boolean ownUsers() {
    return whyNoOwnUsers().isEmpty() && privileges.root();
  }

  /// Why databases run as root although this program is root; empty when they do not.
  Optional<String> whyNoOwnUsers() {
    if (!privileges.root()) {
      return Optional.empty();
    }
    if (!ownSession() || setpriv.filter(Isolation::canChangeUser).isEmpty()) {
      return Optional.of("setsid and setpriv of util-linux are not installed");
    }
    return privileges.canBecome(DatabaseFolders.LAST_UID)
        ? Optional.empty()
        : Optional.of("this container or namespace may not change users");
  }

  /// Whether the launcher gives Redis its own session; otherwise Redis must take one by itself.
  boolean ownSession() {
    return setsid.isPresent();
  }

  /// The command that runs this one in isolation. Every part of it replaces itself with the next,
  /// so the process that is started becomes the Redis.
  ///
  /// @param group the file that a process writes 0 to in order to join its control group
  List<String> command(OptionalInt owner, Optional<Path> group, List<String> program) {
    List<String> command = new ArrayList<>(shell(group));
    setsid.ifPresent(path -> command.add(path.toString()));
    if (setsid.isPresent() && setpriv.isPresent()) {
      command.add(setpriv.get().toString());
      owner.ifPresent(uid -> command.addAll(dropTo(uid)));
      command.add("--no-new-privs");
    }
    command.addAll(program);
    return command;
  }

  /// A shell does for next to nothing what programs of its own would take a millisecond each for.
  /// It joins the group itself: the kernel lets all others wait for 10 ms while it moves a process
  /// that is not the one that asks for it.
  private List<String> shell(Optional<Path> group) {
    List<String> script = new ArrayList<>();
    group.ifPresent(_ -> script.add("echo 0 > \"$0\""));
    if (boundsFiles) {
      script.add("ulimit -n " + FILES);
    }
    if (!privileges.filesArePrivate()) {
      script.add("umask 077");
    }
    if (script.isEmpty()) {
      return List.of();
    }
    script.add("exec \"$@\"");
    String name = group.map(Path::toString).orElse("sh");
    return List.of("/bin/sh", "-c", String.join("; ", script), name);
  }

  private static List<String> dropTo(int owner) {
    String uid = Integer.toUnsignedString(owner);
    return List.of(
        "--reuid=" + uid,
        "--regid=" + uid,
        "--clear-groups",
        "--bounding-set=-all",
        "--inh-caps=-all");
  }

  private static Optional<Path> program(String name, SearchPath path) {
    return path.places(name).filter(Files::isExecutable).findFirst();
  }

  private static boolean canChangeUser(Path setpriv) {
    try {
      // BusyBox has a setpriv that cannot.
      return !setpriv.toRealPath().endsWith("busybox");
    } catch (IOException _) {
      return false;
    }
  }
}
