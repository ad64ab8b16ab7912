package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Crdb.Local;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CrdbTest {
  private static final Secret GLOBAL = new Secret("correct-horse");
  private static final Secret OWN = new Secret("of-the-region");

  @Test
  void regionBearsItsReadsAndTheWritesOfAll() {
    var crdb =
        new Crdb(List.of(Local.bearing("one", 500, 1_000), Local.bearing("two", 2_000, 3_000)));

    assertThat(crdb.operations(crdb.regions().getFirst())).isEqualTo(4_500);
    assertThat(crdb.operations(crdb.regions().getLast())).isEqualTo(6_000);
  }

  @Test
  void regionsAreInTheOrderOfTheirNames() {
    var crdb = new Crdb(List.of(Local.bearing("b", 500, 500))).with(Local.bearing("a", 500, 500));

    assertThat(crdb.regions()).extracting(Local::region).containsExactly("a", "b");
    assertThat(crdb.without(Set.of("a")).regions()).extracting(Local::region).containsExactly("b");
  }

  @Test
  void valueOnWhichAllRegionsAgreeIsInForce() {
    var spec = database(OWN, OWN).inForce();

    assertThat(spec.access().password()).isEqualTo(OWN);
  }

  @Test
  void globalValueIsInForceWhereRegionsDiffer() {
    assertThat(database(OWN, null).inForce().access().password()).isEqualTo(GLOBAL);
    assertThat(database(OWN, new Secret("third")).inForce().access().password()).isEqualTo(GLOBAL);
  }

  @Test
  void databaseInOneRegionIsInForceAsItIs() {
    var spec = Specs.database("d", _ -> {});

    assertThat(spec.inForce()).isSameAs(spec);
    assertThat(spec.locals()).isEmpty();
  }

  @Test
  void memoryOfAnActiveActiveDatabaseIsFourTimesItsData() {
    var spec = database(null, null);

    assertThat(spec.datasetGb()).isEqualTo(1);
    assertThat(spec.memoryLimitGb()).isEqualTo(4);
  }

  private static DatabaseSpec database(@Nullable Secret one, @Nullable Secret two) {
    return Specs.database(
        "d", draft -> draft.crdb = new Crdb(List.of(local("one", one), local("two", two))));
  }

  private static Local local(String region, @Nullable Secret password) {
    return new Local(region, 1_000, 1_000, null, null, password, null, null, null, null);
  }
}
