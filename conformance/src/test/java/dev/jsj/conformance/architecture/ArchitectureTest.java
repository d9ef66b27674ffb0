package dev.jsj.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of {@code docs/README.md} about who may use what; Maven keeps the modules' own order.
 */
class ArchitectureTest {

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(location -> !location.contains("/build-out/test/"))
                        .importPackages("dev.jsj");
    }

    @Test
    void asmIsUsedByTheOptimizingTierOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.jsj.jit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.objectweb.asm..")
                .check(classes);
    }

    @Test
    void nettyIsUsedByTheHostOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.jsj.node..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .check(classes);
    }

    @Test
    void theRuntimeUsesOnlyThePatternSyntaxOfTheParser() {
        noClasses()
                .that()
                .resideInAPackage("dev.jsj.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.jsj.parser",
                        "dev.jsj.parser.ast..",
                        "dev.jsj.parser.estree..",
                        "dev.jsj.parser.scope..")
                .check(classes);
    }

    @Test
    void theEngineDoesNotPrint() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.jsj.parser..", "dev.jsj.runtime..", "dev.jsj.jit..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }

    @Test
    void packagesOfTheParserHaveNoCycles() {
        slices().matching("dev.jsj.parser.(*)..").should().beFreeOfCycles().check(classes);
    }

    /** Values, objects, functions and realms are defined by each other: one slice. */
    @Test
    void packagesOfTheRuntimeHaveNoCycles() {
        slices().assignedFrom(new RuntimeSlices()).should().beFreeOfCycles().check(classes);
    }

    private static final class RuntimeSlices implements SliceAssignment {
        private static final Pattern PACKAGE = Pattern.compile("dev\\.jsj\\.runtime\\.(\\w+).*");
        private static final Set<String> CORE = Set.of("value", "object", "function", "realm");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            Matcher matcher = PACKAGE.matcher(type.getPackageName());
            if (!matcher.matches()) {
                return SliceIdentifier.ignore();
            }
            String name = matcher.group(1);
            return SliceIdentifier.of(CORE.contains(name) ? "core" : name);
        }

        @Override
        public String getDescription() {
            return "packages of the runtime";
        }
    }

    @Test
    void packagesOfTheInterpreterHaveNoCycles() {
        slices().matching("dev.jsj.interp.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void packagesOfTheOptimizingTierHaveNoCycles() {
        slices().matching("dev.jsj.jit.(*)..").should().beFreeOfCycles().check(classes);
    }
}
