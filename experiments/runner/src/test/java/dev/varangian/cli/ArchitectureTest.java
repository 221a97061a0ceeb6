package dev.varangian.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
  static final ArchRule data_flows_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("catalogue")
          .definedBy("dev.varangian.core.catalogue")
          .layer("experiment")
          .definedBy("dev.varangian.core.experiment")
          .layer("simulation")
          .definedBy("dev.varangian.core.simulation")
          .layer("record")
          .definedBy("dev.varangian.core.record")
          .layer("report")
          .definedBy("dev.varangian.cli.report..")
          .whereLayer("report")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("record")
          .mayOnlyBeAccessedByLayers("report")
          .whereLayer("simulation")
          .mayOnlyBeAccessedByLayers("record", "report")
          .whereLayer("experiment")
          .mayOnlyBeAccessedByLayers("simulation", "record", "report");

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
