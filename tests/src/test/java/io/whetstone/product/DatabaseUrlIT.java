package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The product on a PostgreSQL of somebody else. */
class DatabaseUrlIT {
    final ForeignPostgres postgres = ForeignPostgres.start();

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void an_owner_without_rights_is_told_what_an_administrator_must_do() {
        var output = product(postgres.ownerUrl("plain", "main")).run("migrate");

        assertThat(output)
                .contains("create role whetstone_app login password")
                .contains("grant set on parameter \"app.system\" to \"plain\"")
                .contains("WHETSTONE_DATABASE_APP_PASSWORD")
                .doesNotContain("secret");
    }

    @Test
    void a_role_that_somebody_else_uses_is_not_taken_over() {
        var url = postgres.superuserUrl("main");
        postgres.run("create role whetstone_app login password 'of another installation'");

        assertThat(product(url).run("migrate")).contains("does not get in").contains("no other installation");
    }

    @Test
    void a_role_that_passes_row_level_security_is_refused() {
        var url = postgres.ownerUrl("plain", "main");
        postgres.prepareFor("plain");
        postgres.run("alter role whetstone_app bypassrls");

        assertThat(product(url, ForeignPostgres.APP_PASSWORD).run("migrate")).contains("passes row-level security");
    }

    @Test
    void a_superuser_needs_no_preparation() {
        var product = product(postgres.superuserUrl("main"));

        assertThat(product.run("migrate")).contains("Database migrated to version");
        assertThat(product.run("migrate")).contains("Database schema is at version");
        assertThat(postgres.ask(
                        "main", "select rolsuper or rolbypassrls from pg_roles where rolname = 'whetstone_app'"))
                .isEqualTo("f");
    }

    @Test
    void every_command_works_for_an_owner_without_rights() {
        var url = postgres.ownerUrl("plain", "main");
        postgres.prepareFor("plain");
        try (var product = product(url, ForeignPostgres.APP_PASSWORD)) {
            product.start();
            product.person("ada");
            var token = product.run("token").strip();
            var archive = product.home().resolveSibling(product.home().getFileName() + ".zip");

            assertThat(product.anonymous().with(token).get("/api/me").status()).isEqualTo(200);
            assertThat(product.run("backup", archive.toString())).contains("written");
            assertThat(product.run("admin", "reset-password")).contains("Sign in as admin@localhost");
            assertThat(product.anonymous()
                            .signIn(Product.ADMIN, Product.PASSWORD)
                            .status())
                    .isEqualTo(401);

            var elsewhere = product(postgres.ownerUrl("other", "copy"), ForeignPostgres.APP_PASSWORD);
            postgres.run("grant set on parameter \"app.system\" to other");
            assertThat(elsewhere.run("restore", archive.toString())).contains("is restored from");
            assertThat(postgres.ask("copy", "select count(*) from users"))
                    .isEqualTo("2")
                    .isEqualTo(postgres.ask("main", "select count(*) from users"));
            assertThat(product(url, ForeignPostgres.APP_PASSWORD).run("restore", archive.toString()))
                    .contains("is in use already");
        }
        assertThat(postgres.ask("main", "select count(*) from users")).isEqualTo("2");
    }

    private static Product product(String url) {
        return Product.at(Product.newHome("foreign"), Map.of("DATABASE_URL", url, "WHETSTONE_STARTER_MODEL", "none"));
    }

    private static Product product(String url, String appPassword) {
        return Product.at(
                Product.newHome("foreign"),
                Map.of(
                        "DATABASE_URL",
                        url,
                        "WHETSTONE_DATABASE_APP_PASSWORD",
                        appPassword,
                        "WHETSTONE_STARTER_MODEL",
                        "none"));
    }
}
