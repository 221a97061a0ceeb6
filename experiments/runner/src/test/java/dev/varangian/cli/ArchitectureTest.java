package dev.varangian.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** What each module may use. */
@AnalyzeClasses(packages = "dev.varangian", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String JAVA = "java..";
  private static final String ANNOTATIONS = "org.jspecify.annotations";
  private static final String INJECT = "jakarta.inject";
  private static final String MATH = "org.apache.commons.math3..";
  private static final String TENSOR = "dev.varangian.tensor..";
  private static final String SPI = "dev.varangian.spi..";

  @ArchTest
  static final ArchRule the_engine_uses_the_jdk_alone =
      only("dev.varangian.tensor..", "jdk.incubator.vector..");

  @ArchTest
  static final ArchRule kernels_are_used_by_the_engine_alone =
      noClasses()
          .that()
          .resideOutsideOfPackage(TENSOR)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.varangian.tensor.kernels..");

  @ArchTest
  static final ArchRule the_plugin_api_uses_the_engine_and_annotations =
      only("dev.varangian.spi..", TENSOR, INJECT);

  @ArchTest
  static final ArchRule the_core_uses_the_plugin_api_and_its_libraries =
      only(
          "dev.varangian.core..",
          TENSOR,
          SPI,
          INJECT,
          MATH,
          "com.google.inject..",
          "com.fasterxml.jackson..",
          "org.apache.commons.text..");

  @ArchTest
  static final ArchRule the_conformance_kit_uses_the_core_and_junit =
      only(
          "dev.varangian.conformance..",
          TENSOR,
          SPI,
          "dev.varangian.core..",
          "org.junit.jupiter.api..");

  @ArchTest static final ArchRule filters_use_the_plugin_api_alone = plugin("filters");

  @ArchTest static final ArchRule faults_use_the_plugin_api_alone = plugin("faults");

  @ArchTest static final ArchRule data_sets_use_the_plugin_api_alone = plugin("datasets");

  @ArchTest static final ArchRule models_use_the_plugin_api_alone = plugin("models");

  @ArchTest
  static final ArchRule the_command_knows_plugins_at_run_time_only =
      noClasses()
          .that()
          .resideInAPackage("dev.varangian.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.varangian.filters..",
              "dev.varangian.faults..",
              "dev.varangian.datasets..",
              "dev.varangian.models..");

  @ArchTest
  static final ArchRule nothing_uses_the_command =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.varangian.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.varangian.cli..");

  @ArchTest
  static final ArchRule packages_form_no_circles =
      slices().matching("dev.varangian.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_measurements_use_the_core_and_the_engine =
      only("dev.varangian.bench..", TENSOR, SPI, "dev.varangian.core..");

  /** Each room may use those before it; a class of another package belongs to none of them. */
  private static final List<String> FLOW =
      List.of(
          "dev.varangian.tensor..",
          "dev.varangian.spi..",
          "dev.varangian.core.parallel",
          "dev.varangian.core.statistics",
          "dev.varangian.core.file",
          "dev.varangian.core.catalogue.parameter",
          "dev.varangian.core.catalogue.plugin",
          "dev.varangian.core.catalogue",
          "dev.varangian.core.theory",
          "dev.varangian.core.matrix",
          "dev.varangian.core.data",
          "dev.varangian.core.experiment.yaml",
          "dev.varangian.core.experiment",
          "dev.varangian.core.experiment.reading",
          "dev.varangian.core.experiment.figure",
          "dev.varangian.core.experiment.schema",
          "dev.varangian.core.component",
          "dev.varangian.core.aggregation",
          "dev.varangian.core.wiring",
          "dev.varangian.core.simulation",
          "dev.varangian.core.record",
          "dev.varangian.core.grid",
          "dev.varangian.core.grid.local",
          "dev.varangian.conformance..",
          "dev.varangian.bench..",
          "dev.varangian.cli..");

  @ArchTest
  static void data_flows_one_way(JavaClasses classes) {
    for (int room = 0; room < FLOW.size() - 1; room++) {
      String[] later = FLOW.subList(room + 1, FLOW.size()).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(FLOW.get(room))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule every_class_has_a_room =
      classes()
          .should()
          .resideInAnyPackage(
              Stream.concat(
                      FLOW.stream(),
                      Stream.of("filters", "faults", "datasets", "models")
                          .map(name -> "dev.varangian." + name + ".."))
                  .toArray(String[]::new));

  private static ArchRule plugin(String name) {
    return only("dev.varangian." + name + "..", TENSOR, SPI, INJECT, MATH);
  }

  private static ArchRule only(String own, String... others) {
    String[] allowed = new String[others.length + 3];
    System.arraycopy(others, 0, allowed, 3, others.length);
    allowed[0] = own;
    allowed[1] = JAVA;
    allowed[2] = ANNOTATIONS;
    return classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }
}
