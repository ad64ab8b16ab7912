package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.platform.process.ControlGroups.Form;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where groups can be made, in trees that look like the kernel's.
final class ControlGroupsTest {
  private static final String HYBRID = "5:cpu,cpuacct:/a\n4:memory:/b/c\n0::/a\n";
  private static final String UNIFIED = "0::/system.slice/slipway.service/server\n";

  @TempDir private Path mount;

  @Test
  void versionOneIsBelowOnesOwnGroup() throws Exception {
    Path own = Files.createDirectories(mount.resolve("memory/b/c"));

    ControlGroups groups = ControlGroups.find(mount, HYBRID);

    assertThat(groups.form()).isEqualTo(Form.V1);
    assertThat(groups.folder()).contains(own);
  }

  @Test
  void containerThatSeesItsOwnGroupAsTheRootMakesThemThere() throws Exception {
    Path root = Files.createDirectories(mount.resolve("memory"));

    assertThat(ControlGroups.find(mount, HYBRID).folder()).contains(root);
  }

  @Test
  void versionTwoIsBesideOnesOwnGroupIfTheOneAboveWasHandedOver() throws Exception {
    Path unit = unit("memory pids");
    handOver(unit);

    ControlGroups groups = ControlGroups.find(mount, UNIFIED);

    assertThat(groups.form()).isEqualTo(Form.V2);
    assertThat(groups.folder()).contains(unit);
  }

  @Test
  void unitThatWasNotHandedOverIsLeftAlone() throws Exception {
    assumeThat(Privileges.own().root()).isTrue();
    unit("memory pids");

    ControlGroups groups = ControlGroups.find(mount, UNIFIED);

    assertThat(groups.folder()).isEmpty();
    assertThat(groups.words()).contains("Delegate=memory");
  }

  @Test
  void unitWhoseMemoryIsNotSharedOutIsOfNoUse() throws Exception {
    handOver(unit("pids"));

    assertThat(ControlGroups.find(mount, UNIFIED).folder()).isEmpty();
  }

  @Test
  void machineWithoutGroupsHasNone() {
    assertThat(ControlGroups.find(mount.resolve("none"), "").folder()).isEmpty();
  }

  private Path unit(String shared) throws IOException {
    Path unit = mount.resolve("system.slice/slipway.service");
    Files.createDirectories(unit.resolve("server"));
    Files.writeString(unit.resolve("cgroup.subtree_control"), shared + "\n");
    return unit;
  }

  /// As systemd marks it; some disks have no room for such marks.
  private static void handOver(Path unit) throws IOException {
    var marks = Files.getFileAttributeView(unit, UserDefinedFileAttributeView.class);
    assumeThat(Files.getFileStore(unit).supportsFileAttributeView("user")).isTrue();
    marks.write("delegate", ByteBuffer.wrap(new byte[] {'1'}));
  }
}
