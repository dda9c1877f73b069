/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The module's own walls, so that they hold in its own quick build too. */
class WallsTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.segcast.predictive");

    @Test
    void there_are_classes_to_look_at() {
        assertTrue(OURS.size() > 80, "saw " + OURS.size());
    }

    @Test
    void only_the_weka_package_knows_weka() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..predictive.weka..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("weka..")
                .check(OURS);
    }

    @Test
    void only_the_text_package_knows_lucene() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..predictive.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene..")
                .check(OURS);
    }

    @Test
    void only_fits_of_lifetime_models_know_an_optimiser() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..predictive.lifetime.fit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hipparchus.optim..")
                .check(OURS);
    }

    @Test
    void only_the_registry_knows_a_database() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..predictive.registry..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.duckdb..")
                .check(OURS);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("org.segcast.predictive.(**)")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    @Test
    void nothing_knows_the_connector_the_webapp_or_a_container() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.segcast.connector..", "org.segcast.webapp..", "jakarta..")
                .check(OURS);
    }

    @Test
    void nobody_reads_the_clock_prints_or_draws_without_a_seed() {
        noClasses()
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                "now|currentTimeMillis|nanoTime|random")))
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callConstructor(Random.class)
                .check(OURS);
    }

    @Test
    void names_say_what_a_class_is() {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Data|Info|Common)$")
                .check(OURS);
    }
}
