package dev.slipway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.slipway.model.Command;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The walls between the rooms (docs/architecture.md).
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.slipway");

  /// What a room may import besides the JDK and itself.
  record Room(String name, List<String> mayImport) {
    static Room of(String name, String... mayImport) {
      return new Room(name, List.of(mayImport));
    }
  }

  private static final String[] HTTP = {
    "io.helidon..", "tools.jackson..", "com.fasterxml.jackson.."
  };

  static Stream<Room> rooms() {
    return Stream.of(
        Room.of("model"),
        Room.of("store", "dev.slipway.model"),
        Room.of(
            "store.sql",
            "dev.slipway.store",
            "dev.slipway.model",
            "org.sqlite..",
            "org.flywaydb..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation.."),
        Room.of("command", "dev.slipway.model", "dev.slipway.store"),
        Room.of("task", "dev.slipway.model", "dev.slipway.store", "dev.slipway.command"),
        Room.of("platform", "dev.slipway.model"),
        Room.of(
            "platform.process",
            "dev.slipway.platform",
            "dev.slipway.model",
            "javax.net.ssl..",
            "org.bouncycastle.."),
        Room.of(
            "platform.storage",
            "dev.slipway.platform",
            "dev.slipway.model",
            "javax.net.ssl..",
            "software.amazon.awssdk..",
            "org.apache.commons.net.."),
        Room.of("reconcile", "dev.slipway.model", "dev.slipway.store", "dev.slipway.platform"),
        Room.of(
            "api..",
            "dev.slipway.model",
            "dev.slipway.store",
            "dev.slipway.task",
            "jakarta.validation..",
            "io.avaje.validation..",
            "io.github.bucket4j..",
            HTTP[0],
            HTTP[1],
            HTTP[2]),
        Room.of(
            "admin..",
            "dev.slipway.model",
            "dev.slipway.store",
            "dev.slipway.task",
            "dev.slipway.api.http",
            "dev.slipway.api.resource",
            "dev.slipway.api.user",
            "jakarta.validation..",
            "io.avaje.validation..",
            "io.prometheus.metrics..",
            HTTP[0],
            HTTP[1],
            HTTP[2]),
        Room.of("cli", "dev.slipway.model"));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void roomImportsOnlyWhatItMay(Room room) {
    String own = "dev.slipway." + room.name();
    String[] allowed =
        Stream.of(
                Stream.of(
                    own,
                    "java..",
                    "javax.crypto..",
                    "javax.security.auth.x500..",
                    "org.jspecify.."),
                room.name().equals("cli") ? Stream.of("dev.slipway") : Stream.<String>empty(),
                room.mayImport().stream())
            .flatMap(names -> names)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(CLASSES);
  }

  @Test
  void noRoomImportsProof() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.slipway.proof..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.slipway.proof..")
        .check(CLASSES);
  }

  @Test
  void roomsFormNoCircle() {
    slices().matching("dev.slipway.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheSqlRoomSpeaksJdbc() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.slipway.store.sql")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.sql..")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsInTheTable() {
    assertThat(inNoRow(CLASSES.stream().map(JavaClass::getPackageName).distinct())).isEmpty();
  }

  @Test
  void packageBesideOrBelowARoomIsInNoRow() {
    Stream<String> packages =
        Stream.of("model", "model.draft", "api.task", "apis", "proof.live", "proofs", "draft")
            .map(name -> "dev.slipway." + name);

    assertThat(inNoRow(packages))
        .containsExactly(
            "dev.slipway.model.draft",
            "dev.slipway.apis",
            "dev.slipway.proofs",
            "dev.slipway.draft");
  }

  /// The root and proof have no row of their own, since they may import everything, and valid none
  /// because it is generated from the bodies of all rooms.
  private static List<String> inNoRow(Stream<String> packages) {
    List<PackageMatcher> rows =
        Stream.concat(rooms().map(Room::name), Stream.of("proof..", "valid"))
            .map(name -> PackageMatcher.of("dev.slipway." + name))
            .toList();
    return packages
        .filter(name -> !name.equals("dev.slipway"))
        .filter(name -> rows.stream().noneMatch(row -> row.matches(name)))
        .toList();
  }

  @Test
  void onlyThePlatformStartsProcesses() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.slipway.platform.process", "dev.slipway.proof..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class, Process.class)
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Helpers")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(CLASSES);
  }

  @Test
  void everyCommandHasOneHandler() {
    List<String> handlers =
        CLASSES.stream()
            .filter(type -> type.getPackageName().equals("dev.slipway.command"))
            .map(JavaClass::getSimpleName)
            .filter(name -> name.endsWith("Handler"))
            .sorted()
            .toList();
    List<String> expected =
        Stream.of(Command.class.getPermittedSubclasses())
            .flatMap(command -> handlers(command, handlers))
            .distinct()
            .sorted()
            .toList();

    assertThat(handlers).isEqualTo(expected);
  }

  /// A command has a handler of its own; those of a family may share the one of their noun.
  private static Stream<String> handlers(Class<?> command, List<String> known) {
    if (command.isSealed()) {
      return Stream.of(command.getPermittedSubclasses()).flatMap(member -> handlers(member, known));
    }
    String own = command.getSimpleName() + "Handler";
    String noun = own.replaceFirst("^[A-Z][a-z]+", "");
    String one = noun.replaceFirst("sHandler$", "Handler");
    return Stream.of(known.contains(own) ? own : known.contains(one) ? one : noun);
  }

  @Test
  void everyPackageSaysWhatPassesThroughItAndIsNullMarked() {
    List<String> unmarked =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(room -> room.getName().startsWith("dev.slipway"))
            .filter(room -> !room.getName().endsWith(".valid"))
            .filter(room -> !room.isAnnotatedWith(NullMarked.class))
            .map(room -> room.getName())
            .toList();

    assertThat(unmarked).isEmpty();
  }

  @Test
  void plansAreFunctionsOfWhatTheyAreGiven() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Plan")
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("dev.slipway.reconcile")
        .should()
        .beStatic()
        .check(CLASSES);
  }
}
