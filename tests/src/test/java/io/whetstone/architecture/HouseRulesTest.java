package io.whetstone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.whetstone.kernel.service.Rounds;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.net.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The directions and habits of the server's code, as {@code ARCHITECTURE.md} states them. */
class HouseRulesTest {
    @SuppressWarnings("NullAway.Init")
    static JavaClasses server;

    @BeforeAll
    static void read() {
        var modules = Stream.of("persistence", "ejb", "batch", "web")
                .map(module -> java.nio.file.Path.of("..", module, "target", "classes"))
                .filter(Files::isDirectory)
                .toList();
        server = new ClassFileImporter().importPaths(modules);
    }

    @Test
    void layers_point_inward() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.whetstone..")
                .layer("entity")
                .definedBy("..entity..", "io.whetstone.kernel")
                .layer("service")
                .definedBy("..service..")
                .optionalLayer("batch")
                .definedBy("..batch..")
                .layer("web")
                .definedBy("..web..")
                .whereLayer("web")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("batch")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("service")
                .mayOnlyBeAccessedByLayers("batch", "web")
                .whereLayer("entity")
                .mayOnlyBeAccessedByLayers("service", "batch", "web"));
    }

    @Test
    void capabilities_have_no_cycles() {
        check(slices().matching("io.whetstone.(*)..").should().beFreeOfCycles());
    }

    @Test
    void the_kernel_knows_no_capability() {
        check(noClasses()
                .that()
                .resideInAPackage("io.whetstone.kernel..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.whetstone..").and(not(resideInAnyPackage("io.whetstone.kernel..")))));
    }

    @Test
    void the_web_sees_no_entities() {
        check(noClasses()
                .that()
                .resideInAPackage("..web..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class));
    }

    @Test
    void every_stateless_bean_says_who_may_call_it() {
        check(classes()
                .that()
                .areAnnotatedWith(Stateless.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(DenyAll.class));
    }

    @Test
    void what_people_call_asks_the_access_policy() {
        check(methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Stateless.class)
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RolesAllowed.class)
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("IdempotencyService")
                .should(new AsksTheAccessPolicy()));
    }

    @Test
    void every_endpoint_declares_who_may_call_it() {
        check(methods().that(new AreEndpoints()).should(new DeclareTheirAccess()));
        check(classes()
                .that()
                .areAnnotatedWith(ServerEndpoint.class)
                .should()
                .beAnnotatedWith(DeclareTheirAccess.ACCESS));
    }

    @Test
    void every_bean_sets_whose_rows_its_transaction_sees() {
        check(classes()
                .that()
                .areAnnotatedWith(Stateless.class)
                .and(new OpensTransactions())
                .should(new SetsTheTenancy()));
    }

    @Test
    void what_is_internal_stays_in_its_capability() {
        check(classes().that().resideInAPackage("..service.internal..").should(new OnlyBeUsedByItsCapability()));
    }

    @Test
    void time_comes_from_the_clock() {
        check(noClasses()
                .that()
                .doNotHaveSimpleName("Clocks")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void a_class_has_at_most_six_collaborators() {
        check(classes().should(new HaveAtMostSixCollaborators()));
    }

    @Test
    void resources_are_named_in_the_plural_or_for_their_path() {
        check(classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource"));
    }

    @Test
    void loggers_are_of_the_platform() {
        check(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")));
    }

    @Test
    void only_the_outbound_client_opens_connections() {
        check(noClasses()
                .that(not(inPackages(List.of("io.whetstone.deployment"))))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.http.HttpClient"));
        opensConnections("org.apache.hc..", List.of("io.whetstone.outbound"));
        opensConnections("jakarta.ws.rs.client..", List.of());
        opensConnections("jakarta.mail..", List.of("io.whetstone.mail"));
        check(noClasses()
                .that(not(inPackages(List.of("io.whetstone.outbound", "io.whetstone.mail"))))
                .and()
                .haveSimpleNameNotStartingWith("Ldap")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.channels.SocketChannel")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("javax.net.."));
        check(noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Ldap")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.naming.directory..", "javax.naming.ldap.."));
        check(noClasses()
                .should()
                .callMethod(URL.class, "openConnection")
                .orShould()
                .callMethod(URL.class, "openConnection", Proxy.class)
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "getContent"));
    }

    /** Nobody uses these libraries but the packages named, each of which bounds where it connects to by itself. */
    private static void opensConnections(String library, List<String> allowed) {
        check(noClasses()
                .that(not(inPackages(allowed)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> inPackages(List<String> packages) {
        return resideInAnyPackage(packages.stream().map(name -> name + "..").toArray(String[]::new));
    }

    @Test
    void resources_are_shared_by_all_requests_and_hold_nothing_of_one() {
        check(classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(ApplicationScoped.class)
                .because("a resource made anew for each request costs a fifth of it"));
        check(fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .areNotStatic()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(Context.class)
                .because("resources are shared by all requests"));
    }

    @Test
    void whatever_is_done_again_and_again_is_done_in_rounds() {
        check(noClasses()
                .that()
                .areNotAssignableTo(Rounds.class)
                .should()
                .callMethodWhere(target(nameStartingWith("scheduleWith").or(nameStartingWith("scheduleAt"))))
                .because("a series that a failure ends ends silently"));
    }

    private static void check(ArchRule rule) {
        rule.check(server);
    }
}
