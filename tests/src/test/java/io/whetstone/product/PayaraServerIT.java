package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The very EAR that ships, deployed as it is on a Payara Server. */
class PayaraServerIT {
    @Test
    void the_ear_works_on_a_payara_server() throws IOException {
        var distribution = PayaraServer.distribution();
        if (distribution.isEmpty()) {
            System.err.println("Payara Server is not to be had from Maven Central: its smoke test is skipped.");
            abort("no distribution of Payara Server");
        }
        var home = Homes.make("payara-server");
        try (var postgres = ForeignPostgres.start();
                var server = PayaraServer.unpack(distribution.get(), home.resolve("server"), driver())) {
            var environment = Map.of("DATABASE_URL", postgres.superuserUrl("main"), "WHETSTONE_STARTER_MODEL", "none");
            var product = Product.at(home, environment);
            var commands = home.resolve("setup.asadmin");

            assertThat(product.run("asadmin", commands.toString())).contains("is written");
            var told = server.deploy(commands, Product.root().resolve("ear/target/whetstone.ear"));
            assertThat(product.anonymous().isReady())
                    .as(() -> told + server.log())
                    .isTrue();

            uses(product);
            // The server takes for severe what a library that finds no logger says on the error stream.
            assertThat(count(server.log(), "[SEVERE]")).isEqualTo(count(server.log(), "SLF4J(W)"));
        }
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    /** Sign-in, a change and its refusals: security, transactions, row-level security and mappers at once. */
    private static void uses(Product product) {
        var admin = product.admin();
        var created = admin.post("/api/users", Map.of("email", "a@example.org", "displayName", "Ada", "role", "user"))
                .expect(201)
                .json()
                .path("user");
        var path = "/api/users/" + created.path("id").asText();
        var changed = admin.patch(
                        path,
                        Map.of("displayName", "Grace"),
                        "\"" + created.path("version").asLong() + "\"")
                .expect(200);

        assertThat(changed.text("displayName")).isEqualTo("Grace");
        assertThat(product.anonymous().get("/").expect(200).body()).contains("<html");
        isProblem(product.anonymous().get("/api/me"), 401);
        isProblem(admin.get("/api/nothing"), 404);
        isProblem(admin.post("/api/users", "{\"email\":"), 400);
        isProblem(admin.patch(path, Map.of("displayName", "x"), "\"0\""), 412);
    }

    private static void isProblem(Answer answer, int status) {
        assertThat(answer.expect(status).header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("code")).isNotEmpty();
    }

    private static Path driver() throws IOException {
        try (var jars =
                Files.newDirectoryStream(Product.root().resolve("payara-config/target/lib"), "postgresql-*.jar")) {
            return jars.iterator().next();
        }
    }
}
