package io.whetstone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What few classes of the server may do, so that few have to be looked at. */
class SafetyRulesTest {
    @SuppressWarnings("NullAway.Init")
    static JavaClasses server;

    @BeforeAll
    static void read() {
        server = new ClassFileImporter()
                .importPaths(Stream.of("persistence", "envelope", "ejb", "batch", "web")
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .filter(Files::isDirectory)
                        .toList());
    }

    /** Their words are a list with a program of ours at its head; none of them is a shell. */
    @Test
    void few_classes_start_processes() {
        noClasses()
                .that(not(nameMatching(".*\\.(ModelTool|TrainerLauncher|RunnerProcess|TokenCounter|ChildEnvironment)")))
                .should()
                .dependOnClassesThat(belongToAnyOf(ProcessBuilder.class))
                .orShould()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("exec")))
                .check(server);
    }

    /** A retry's delay and the halves of a dataset may be guessed; a key, a code or a token may not. */
    @Test
    void what_nobody_may_guess_is_made_of_secure_random_numbers() {
        noClasses()
                .that(not(nameMatching(".*\\.(RetryPolicy|SplitPlan)")))
                .should()
                .dependOnClassesThat(belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
                        .and(not(belongToAnyOf(SecureRandom.class))))
                .orShould()
                .callMethod(Math.class, "random")
                .check(server);
    }

    /** The platform's own provider and two libraries; ciphers in the envelope only. */
    @Test
    void cryptography_is_the_platforms_and_in_few_places() {
        noClasses()
                .that(not(resideInAPackage("io.whetstone.envelope")))
                .should()
                .dependOnClassesThat(belongToAnyOf(javax.crypto.Cipher.class))
                .check(server);
        noClasses()
                .that(not(nameMatching(".*\\.(envelope\\..*|Totp|Pepper|TenancyProof)")))
                .should()
                .dependOnClassesThat(resideInAPackage("javax.crypto.."))
                .check(server);
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.bouncycastle.."))
                .orShould()
                .dependOnClassesThat(resideInAPackage("org.apache.commons.codec.."))
                .orShould()
                .beAssignableTo(java.security.Provider.class)
                .check(server);
    }
}
