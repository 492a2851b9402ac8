package dev.likeness.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which way the arrows of the house go; here all of its classes are on one class path. */
class HouseTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.likeness");

  private static final String NUMERICS = "dev.likeness.numerics..";
  private static final String TABLE = "dev.likeness.table..";
  private static final String PRIVACY = "dev.likeness.privacy..";
  private static final String BOOSTING = "dev.likeness.boosting..";
  private static final String SYNTHESIS = "dev.likeness.synthesis..";
  private static final String EVALUATION = "dev.likeness.evaluation..";
  private static final String CONTRACTS = "dev.likeness.contracts..";
  private static final String PLATFORM = "dev.likeness.platform..";
  private static final String INGEST = "dev.likeness.ingest..";
  private static final String PROFILER = "dev.likeness.profiler..";
  private static final String GENERATOR = "dev.likeness.generator..";
  private static final String EVALUATOR = "dev.likeness.evaluator..";
  private static final String[] ENGINE = {
    NUMERICS, TABLE, PRIVACY, BOOSTING, SYNTHESIS, EVALUATION
  };
  private static final String[] ABOVE_ENGINE = {
    CONTRACTS, PLATFORM, INGEST, PROFILER, GENERATOR, EVALUATOR
  };

  @Test
  void numericsStandsOnNothing() {
    check(
        noClasses()
            .that()
            .resideInAPackage(NUMERICS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TABLE, PRIVACY, BOOSTING, SYNTHESIS, EVALUATION));
  }

  @Test
  void tableStandsOnNumericsOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage(TABLE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PRIVACY, BOOSTING, SYNTHESIS, EVALUATION));
  }

  @Test
  void boostingKnowsNoTable() {
    check(
        noClasses()
            .that()
            .resideInAPackage(BOOSTING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TABLE, PRIVACY, SYNTHESIS, EVALUATION));
  }

  @Test
  void privacyKnowsNoModel() {
    check(
        noClasses()
            .that()
            .resideInAPackage(PRIVACY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BOOSTING, SYNTHESIS, EVALUATION));
  }

  @Test
  void synthesisDoesNotKnowEvaluation() {
    check(
        noClasses()
            .that()
            .resideInAPackage(SYNTHESIS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(EVALUATION));
  }

  @Test
  void evaluationDoesNotKnowSynthesis() {
    check(
        noClasses()
            .that()
            .resideInAPackage(EVALUATION)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SYNTHESIS));
  }

  @Test
  void engineKnowsNothingAboveIt() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ABOVE_ENGINE));
  }

  @Test
  void engineHasNoFramework() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.quarkus..",
                "jakarta..",
                "org.hibernate..",
                "org.apache.kafka..",
                "io.smallrye.."));
  }

  @Test
  void engineTakesChanceFromCountersOnly() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ENGINE)
            .should()
            .dependOnClassesThat(
                describe("give chance that nobody can repeat", HouseTest::isUnrepeatable))
            .orShould()
            .callMethod(Math.class, "random"));
  }

  private static boolean isUnrepeatable(JavaClass type) {
    return type.isAssignableTo(Random.class) && !type.isEquivalentTo(SecureRandom.class);
  }

  /** Keys, their ids and nonces must not be repeatable; nothing else of the engine may be so. */
  @Test
  void secretsAloneAreDrawnFromTheSystem() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ENGINE)
            .and()
            .resideOutsideOfPackages("dev.likeness.privacy.key..", "dev.likeness.privacy.plan..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SecureRandom.class));
  }

  @Test
  void contractsKnowNeitherEngineNorPlatform() {
    check(
        noClasses()
            .that()
            .resideInAPackage(CONTRACTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(NUMERICS, TABLE, SYNTHESIS, EVALUATION, PLATFORM));
  }

  @Test
  void platformKnowsNoService() {
    check(
        noClasses()
            .that()
            .resideInAPackage(PLATFORM)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(INGEST, PROFILER, GENERATOR, EVALUATOR));
  }

  @Test
  void servicesDoNotKnowOneAnother() {
    check(
        slices()
            .matching("dev.likeness.(ingest|profiler|generator|evaluator)..")
            .should()
            .notDependOnEachOther());
  }

  @Test
  void roomsHaveNoCycles() {
    check(slices().matching("dev.likeness.(*)..").should().beFreeOfCycles());
  }

  @Test
  void restGoesThroughService() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.likeness.*.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.likeness.*.persistence.."));
  }

  @Test
  void nobodySerialisesJavaObjects() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream"));
  }

  private static void check(ArchRule rule) {
    rule.check(HOUSE);
  }
}
