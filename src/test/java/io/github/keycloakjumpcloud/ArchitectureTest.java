package io.github.keycloakjumpcloud;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md. */
@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final int LONGEST_CLASS = 300;

    @ArchTest
    static final ArchRule onlyDirectoryLdapKnowsTheLdapSdk = noClasses()
            .that()
            .resideOutsideOfPackages("..directory.ldap..", "..standin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.unboundid..");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackage("..store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "org.keycloak.connections.jpa..");

    @ArchTest
    static final ArchRule thePortAndThePlanAreFreeOfKeycloakAndLdap = noClasses()
            .that(resideInAPackage("..directory").or(resideInAPackage("..dn")))
            .or(simpleNameEndingWith("Planner"))
            .or(simpleNameEndingWith("SyncPlan"))
            .or(simpleNameEndingWith("GroupPlan"))
            .or(simpleNameEndingWith("NameClaims"))
            .or(simpleNameEndingWith("Memberships"))
            .or(simpleNameEndingWith("Holdback"))
            .or(simpleNameEndingWith("SyncGuard"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.keycloak..", "com.unboundid..", "javax.naming.directory.DirContext");

    @ArchTest
    static final ArchRule publicRecordsAreFreeOfKeycloakAndLdap = noClasses()
            .that()
            .areRecords()
            .and()
            .arePublic()
            .and()
            .resideOutsideOfPackage("..standin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.keycloak..", "com.unboundid..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.github.keycloakjumpcloud.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingDependsOnTheAdapters = noClasses()
            .that()
            .resideOutsideOfPackage("..federation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..federation..");

    @ArchTest
    static final ArchRule theProviderNeedsNoStandIn = noClasses()
            .that()
            .resideOutsideOfPackage("..standin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..standin..");

    /** Jackson, which only the settings need that the command line does not have, is never loaded; {@code CommandLineIT} runs without it. */
    @ArchTest
    static final ArchRule theCommandLineNeedsNoKeycloak = noClasses()
            .that()
            .resideInAPackage("..commandline..")
            .should()
            .transitivelyDependOnClassesThat()
            .resideInAnyPackage("org.keycloak..", "org.jboss..", "jakarta..");

    @ArchTest
    static final ArchRule classesAreFinalUnlessSealedOrInterfaces = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .orShould()
            .haveModifier(JavaModifier.ABSTRACT);

    @ArchTest
    static final ArchRule classesAreNamedByRole = noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager)");

    @Test
    @DisplayName("no class is longer than 300 lines")
    void shortClasses() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            List<String> tooLong = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> lines(path) > LONGEST_CLASS)
                    .map(path -> path + ": " + lines(path))
                    .toList();
            assertThat(tooLong).isEmpty();
        }
    }

    private static long lines(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
