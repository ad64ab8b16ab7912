package dev.slipway.platform.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Optional;

/// Where this program may make control groups that bound memory. They lie below its own group, so
/// that what bounds it bounds them too; with version 2, where a group with processes can have none
/// below it, beside its own, if the group above was handed to it (`Delegate=` of systemd).
///
/// @param form how the kernel names its files
/// @param root where the paths of `/proc/PID/cgroup` begin
/// @param folder where groups can be made; empty when nowhere
/// @param words what there is, for the operator
record ControlGroups(Form form, Path root, Optional<Path> folder, String words) {
  private static final Path MOUNT = Path.of("/sys/fs/cgroup");

  /// The two versions of the kernel's interface.
  enum Form {
    V1("memory.limit_in_bytes", "rss", "tasks", "memory.oom_control"),
    V2("memory.max", "anon", "cgroup.procs", "memory.events");

    final String limit;

    /// The line of `memory.stat` with what cannot be written away to a disk.
    final String resident;

    /// Where a process with one thread writes 0 to join.
    final String entrance;

    /// What tells, in the line `oom_kill`, how many the kernel has ended for their memory.
    final String kills;

    Form(String limit, String resident, String entrance, String kills) {
      this.limit = limit;
      this.resident = resident;
      this.entrance = entrance;
      this.kills = kills;
    }
  }

  /// What this machine has.
  static ControlGroups here() {
    return find(MOUNT, group(Path.of("/proc/self/cgroup")));
  }

  /// What a process belongs to, as the kernel lists it; empty when that cannot be read.
  static String group(Path list) {
    try {
      return Files.readString(list);
    } catch (IOException _) {
      return "";
    }
  }

  /// The same out of a list such as that of `/proc/self/cgroup`.
  static ControlGroups find(Path mount, String list) {
    Form form = pathIn(list, Form.V1).isPresent() ? Form.V1 : Form.V2;
    Path root = form == Form.V1 ? mount.resolve("memory") : mount;
    Optional<Path> own =
        pathIn(list, form).map(path -> below(root, path)).filter(Files::isDirectory);
    if (own.isEmpty()) {
      return new ControlGroups(form, root, Optional.empty(), "there are none");
    }
    Optional<Path> folder =
        form == Form.V1 ? own.filter(Files::isWritable) : own.flatMap(ControlGroups::delegated);
    return new ControlGroups(form, root, folder, words(form, folder.isPresent()));
  }

  private static String words(Form form, boolean usable) {
    if (usable) {
      return form == Form.V1 ? "version 1" : "version 2";
    }
    return form == Form.V1
        ? "version 1, in which this user may make none"
        : "version 2, of which none was handed to this program (Delegate=memory and DelegateSubgroup=server of a systemd unit do that)";
  }

  /// Where this process is in its hierarchy. A line is: number, controllers, path.
  static Optional<String> pathIn(String list, Form form) {
    return list.lines()
        .map(line -> line.split(":", 3))
        .filter(fields -> fields.length == 3)
        .filter(
            fields ->
                form == Form.V1
                    ? List.of(fields[1].split(",")).contains("memory")
                    : fields[1].isEmpty())
        .map(fields -> fields[2])
        .findFirst();
  }

  /// The folder of a group; in a container, which may see its own as the root, that root.
  private static Path below(Path root, String path) {
    Path folder = root.resolve(path.substring(1)).normalize();
    return folder.startsWith(root) && Files.isDirectory(folder) ? folder : root;
  }

  private static Optional<Path> delegated(Path own) {
    if (shares(own)) {
      return Optional.of(own);
    }
    Path above = own.getParent();
    return above != null && shares(above) && wasHandedOver(above)
        ? Optional.of(above)
        : Optional.empty();
  }

  /// Whether memory of the groups below it is counted, and one may be made.
  private static boolean shares(Path folder) {
    return Files.isWritable(folder)
        && group(folder.resolve("cgroup.subtree_control")).contains("memory");
  }

  /// Root may write everywhere, and goes by the mark that systemd leaves.
  private static boolean wasHandedOver(Path folder) {
    if (!Privileges.own().root()) {
      return true;
    }
    try {
      var marks = Files.getFileAttributeView(folder, UserDefinedFileAttributeView.class);
      ByteBuffer mark = ByteBuffer.allocate(1);
      return marks != null
          && marks.list().contains("delegate")
          && marks.read("delegate", mark) == 1
          && mark.get(0) == '1';
    } catch (IOException _) {
      return false;
    }
  }
}
