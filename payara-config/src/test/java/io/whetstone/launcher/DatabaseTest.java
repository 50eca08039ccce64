package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    @ParameterizedTest
    @CsvSource({
        "postgres://ada:love@db:5433/main, jdbc:postgresql://db:5433/main, ada, love",
        "postgresql://ada:love@db/main, jdbc:postgresql://db:5432/main, ada, love",
        "jdbc:postgresql://ada:love@db/main?sslmode=require, jdbc:postgresql://db:5432/main?sslmode=require, ada, love",
        "postgres://ada:l%40v+e@db/main, jdbc:postgresql://db:5432/main, ada, l@v+e",
    })
    void a_database_url_is_read_as_the_tools_write_it(String url, String jdbc, String user, String password) {
        assertThat(Database.parse(url)).isEqualTo(new Database(jdbc, user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"db:5432/main", "mysql://a:b@db/main", "postgres://db/main", "postgres://a:secret@db/", "a b"})
    void anything_else_is_refused_without_repeating_a_password(String url) {
        assertThatThrownBy(() -> Database.parse(url))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("postgres://user:password@host:port/database")
                .hasMessageNotContaining("secret");
    }

    @Test
    void another_database_of_the_same_server_keeps_the_options() {
        var database = Database.parse("postgres://a:b@db/main?sslmode=require").named("other");

        assertThat(database.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5432/other?sslmode=require");
    }

    @Test
    void a_database_is_shown_without_its_password() {
        assertThat(Database.parse("postgres://ada:love@db/main")).hasToString("ada@jdbc:postgresql://db:5432/main");
    }
}
