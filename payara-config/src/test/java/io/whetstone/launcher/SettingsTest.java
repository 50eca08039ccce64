package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    final Properties file = new Properties();

    @ParameterizedTest
    @CsvSource({
        "PORT,                       WHETSTONE_PORT,                       8080",
        "ADDRESS,                    WHETSTONE_ADDRESS,                    0.0.0.0",
        "URL,                        WHETSTONE_URL,                        ''",
        "TLS_CERTIFICATE,            WHETSTONE_TLS_CERTIFICATE,            ''",
        "TLS_KEY,                    WHETSTONE_TLS_KEY,                    ''",
        "MEMORY,                     WHETSTONE_MEMORY,                     512m",
        "HTTP_THREADS,               WHETSTONE_HTTP_THREADS,               64",
        "STARTUP_TIMEOUT,            WHETSTONE_STARTUP_TIMEOUT,            180",
        "DATABASE_URL,               WHETSTONE_DATABASE_URL,               ''",
        "DATABASE_APP_PASSWORD,      WHETSTONE_DATABASE_APP_PASSWORD,      ''",
        "DATABASE_PORT,              WHETSTONE_DATABASE_PORT,              0",
        "DATABASE_POOL_SIZE,         WHETSTONE_DATABASE_POOL_SIZE,         24",
        "DATABASE_STATEMENT_TIMEOUT, WHETSTONE_DATABASE_STATEMENT_TIMEOUT, 300",
        "TASK_PARALLELISM,           WHETSTONE_TASK_PARALLELISM,           4",
        "TRAINING_THREADS,           WHETSTONE_TRAINING_THREADS,           16",
        "ADMIN_EMAIL,                WHETSTONE_ADMIN_EMAIL,                admin@localhost",
        "STARTER_MODEL,              WHETSTONE_STARTER_MODEL,              default",
        "SECRET_MASTER_KEY,          WHETSTONE_SECRET_MASTER_KEY,          ''",
        "HF_ENDPOINT,                HF_ENDPOINT,                          https://huggingface.co",
    })
    void every_setting_has_a_variable_and_a_default(Setting setting, String variable, String fallback) {
        assertThat(setting.variable()).isEqualTo(variable);
        assertThat(settings(Map.of()).get(setting)).isEqualTo(fallback);
        assertThat(setting.description()).endsWith(".");
    }

    @Test
    void all_settings_are_in_the_table_above() {
        assertThat(Setting.values()).hasSize(19);
    }

    @Test
    void the_environment_wins_over_the_file_and_the_file_over_the_default() {
        file.setProperty("whetstone.port", "9000");

        assertThat(settings(Map.of()).port()).isEqualTo(9000);
        assertThat(settings(Map.of("WHETSTONE_PORT", "9001")).port()).isEqualTo(9001);
        assertThat(settings(Map.of("WHETSTONE_PORT", " ")).port()).isEqualTo(9000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "eighty", "-1"})
    void a_port_that_is_none_is_refused_by_name(String port) {
        var settings = settings(Map.of("WHETSTONE_PORT", port));

        assertThatThrownBy(settings::port)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("WHETSTONE_PORT")
                .hasMessageContaining(port);
    }

    @Test
    void the_database_is_also_found_under_its_plain_name() {
        assertThat(settings(Map.of("DATABASE_URL", "postgres://x")).get(Setting.DATABASE_URL))
                .isEqualTo("postgres://x");
    }

    @Test
    void this_machine_reaches_a_server_that_listens_everywhere_by_loopback() {
        assertThat(settings(Map.of()).localUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(settings(Map.of("WHETSTONE_ADDRESS", "10.0.0.7")).localUrl()).isEqualTo("http://10.0.0.7:8080");
    }

    private Settings settings(Map<String, String> environment) {
        return new Settings(environment, file);
    }
}
