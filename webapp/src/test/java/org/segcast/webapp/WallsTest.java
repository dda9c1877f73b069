/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;

/** The walls of the house: who may know whom, and what nobody may do. */
@AnalyzeClasses(packages = "org.segcast", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    private static final String CONNECTOR = "org.segcast.connector..";
    private static final String PREDICTIVE = "org.segcast.predictive..";
    private static final String WEBAPP = "org.segcast.webapp..";

    @ArchTest
    static void every_module_is_seen_at_all(JavaClasses found) {
        for (String module :
                new String[] {"org.segcast.connector.spi", "org.segcast.predictive.feature", "org.segcast.webapp.api"
                }) {
            assertTrue(found.containPackage(module), "nothing was read of " + module);
        }
        assertTrue(found.size() > 200, "only " + found.size() + " classes were read");
    }

    @ArchTest
    static final ArchRule the_connector_knows_neither_prediction_nor_pages = noClasses()
            .that()
            .resideInAPackage(CONNECTOR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PREDICTIVE, WEBAPP);

    @ArchTest
    static final ArchRule prediction_knows_neither_crm_nor_pages = noClasses()
            .that()
            .resideInAPackage(PREDICTIVE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONNECTOR, WEBAPP);

    @ArchTest
    static final ArchRule prediction_knows_no_container = noClasses()
            .that()
            .resideInAPackage(PREDICTIVE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta..");

    @ArchTest
    static final ArchRule weka_stays_in_its_package = noClasses()
            .that()
            .resideOutsideOfPackage("org.segcast.predictive.weka..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("weka..");

    @ArchTest
    static final ArchRule hosts_do_not_know_each_other = slices().matching(
                    "org.segcast.connector.(odoo|csv|oro|sample)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule only_the_edge_persists = noClasses()
            .that(not(resideInAnyPackage(WEBAPP)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..");

    @ArchTest
    static final ArchRule no_cycles_in_the_connector =
            slices().matching("org.segcast.connector.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_cycles_in_prediction =
            slices().matching("org.segcast.predictive.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_cycles_in_the_webapp =
            slices().matching("org.segcast.webapp.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule services_know_no_pages_and_no_api = noClasses()
            .that()
            .resideInAPackage(WEBAPP)
            .and()
            .resideOutsideOfPackages("org.segcast.webapp.page..", "org.segcast.webapp.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.segcast.webapp.page..", "org.segcast.webapp.api..", "jakarta.faces..", "org.primefaces..");

    @ArchTest
    static final ArchRule the_clock_is_read_in_one_place = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.segcast.webapp.settings.Surroundings")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now");

    @ArchTest
    static final ArchRule chance_is_seeded =
            noClasses().should().callConstructor(Random.class).orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule names_say_something = classes()
            .that()
            .resideInAPackage("org.segcast..")
            .should()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Info");
}
