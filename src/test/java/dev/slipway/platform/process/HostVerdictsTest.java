package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Check;
import dev.slipway.model.Check.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What the findings about a machine mean.
final class HostVerdictsTest {
  private static final OptionalLong EIGHT = OptionalLong.of(8_000_000_000L);

  @Test
  void moreThanThereIsIsTold() {
    Check check = HostVerdicts.memory(EIGHT, 9_100_000_000L, OptionalDouble.empty());

    assertThat(check.verdict()).isEqualTo(Verdict.NOTE);
    assertThat(check.words()).startsWith("8.0 GB; databases may take 9.1 GB: ");
  }

  @Test
  void budgetIsHeldAgainstTheMachine() {
    Check good = HostVerdicts.memory(EIGHT, 0, OptionalDouble.of(6));
    Check bad = HostVerdicts.memory(EIGHT, 0, OptionalDouble.of(16));

    assertThat(good.verdict()).isEqualTo(Verdict.OK);
    assertThat(good.words()).endsWith("the budget is 6.0 GB");
    assertThat(bad.verdict()).isEqualTo(Verdict.NOTE);
  }

  @Test
  void kernelThatGivesOutOnlyWhatThereIsIsTold() {
    assertThat(HostVerdicts.overcommit("1").verdict()).isEqualTo(Verdict.OK);
    assertThat(HostVerdicts.overcommit("2").words()).contains("vm.overcommit_memory=1");
  }

  @Test
  void fewOpenFilesAreTold() {
    assertThat(HostVerdicts.openFiles(1024).words()).contains("ulimit -n 10240");
    assertThat(HostVerdicts.openFiles(20_000).verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void leftOverRedisIsNamedWithWhatEndsIt() {
    assertThat(HostVerdicts.orphans(List.of(7L, 9L)).words()).contains("kill -9 7 9");
  }

  @Test
  void rangeIsAProblemOnlyWhenNothingOfItIsLeft() {
    Check some = HostVerdicts.ports("ports", 10, 12, List.of(10, 12), "--x");
    Check all = HostVerdicts.ports("ports", 10, 12, List.of(10, 11, 12), "--x");

    assertThat(some.verdict()).isEqualTo(Verdict.OK);
    assertThat(some.words()).isEqualTo("10-12: 2 of 3 taken by other programs (10, 12)");
    assertThat(all.verdict()).isEqualTo(Verdict.PROBLEM);
    assertThat(all.words()).endsWith("name another range with --x");
  }

  @Test
  void engineWithoutTlsIsTold() {
    Engine engine = new Engine(Path.of("/usr/bin/redis-server"), "redis", "7.0.15");

    assertThat(HostVerdicts.engine(engine, true).words()).endsWith(", with TLS");
    assertThat(HostVerdicts.engine(engine, false).verdict()).isEqualTo(Verdict.NOTE);
  }

  @Test
  void machineWithoutAnyEngineCannotServe() {
    assertThat(HostVerdicts.noEngine(true).verdict()).isEqualTo(Verdict.OK);
    assertThat(HostVerdicts.noEngine(false).verdict()).isEqualTo(Verdict.PROBLEM);
  }

  @Test
  void memoryIsReadInKilobytes() {
    assertThat(Host.total("MemTotal:       24689764 kB\nMemFree: 1 kB\n"))
        .hasValue(25_282_318_336L);
  }

  @Test
  void limitsOfAProcessAreRead() {
    String limits = "Max processes  1 2 processes\nMax open files            1024  20000  files \n";

    assertThat(OpenFiles.parse(limits)).isEqualTo(20_000);
    assertThat(OpenFiles.parse("Max open files unlimited unlimited files")).isGreaterThan(1 << 30);
    assertThat(OpenFiles.parse("")).isZero();
  }

  @Test
  void configurationTellsMemoryAndPorts() {
    String conf =
        "maxmemory-policy \"noeviction\"\nmaxmemory \"100\"\nport \"0\"\ntls-port \"12\"\n";

    assertThat(WrittenConf.parse(conf)).isEqualTo(new WrittenConf(100, List.of(12)));
    assertThat(WrittenConf.parse("maxmemory many\nport \"9\" \"10\""))
        .isEqualTo(new WrittenConf(0, List.of()));
  }
}
