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
        postgres.prepare();
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
    void an_owner_who_may_make_roles_needs_no_preparation() {
        var product = product(postgres.ownerUrl("maker", "main"));
        postgres.run("alter role maker createrole");

        assertThat(product.run("migrate")).contains("Database migrated to version");
        assertThat(product.run("migrate")).contains("Database schema is at version");
    }

    @Test
    void a_database_of_the_first_form_of_a_corrected_script_goes_on() {
        var product = product(postgres.superuserUrl("main"));
        product.run("migrate");
        postgres.ask(
                "main",
                "update flyway_schema_history set checksum = 1207667281 where version = '20261122.2259' returning 1");

        assertThat(product.run("migrate")).contains("Database schema is at version");
    }

    @Test
    void a_database_whose_scripts_are_others_is_refused() {
        var product = product(postgres.superuserUrl("main"));
        product.run("migrate");
        postgres.ask(
                "main", "update flyway_schema_history set checksum = 1 where version = '20261122.2259' returning 1");

        assertThat(product.run("migrate")).contains("cannot be migrated");
    }

    @Test
    void every_command_works_for_an_owner_without_rights() {
        var url = postgres.ownerUrl("plain", "main");
        postgres.prepare();
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
        return Product.at(Homes.make("foreign"), Map.of("DATABASE_URL", url, "WHETSTONE_STARTER_MODEL", "none"));
    }

    private static Product product(String url, String appPassword) {
        return Product.at(
                Homes.make("foreign"),
                Map.of(
                        "DATABASE_URL",
                        url,
                        "WHETSTONE_DATABASE_APP_PASSWORD",
                        appPassword,
                        "WHETSTONE_STARTER_MODEL",
                        "none"));
    }
}
