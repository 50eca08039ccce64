package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void only_the_owner_enters_a_home() throws IOException {
        var home = home("made");

        home.prepare();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.root())))
                .isEqualTo("rwx------");
        assertThat(home.isEmpty()).isTrue();
    }

    @Test
    void a_secret_is_readable_by_its_owner_only_and_stays_the_same() throws IOException {
        var home = home("keys");
        home.prepare();
        var keys = new Keys(home.keys());

        assertThat(keys.appPassword()).hasSize(48).isEqualTo(keys.appPassword()).isNotEqualTo(keys.ownerPassword());
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.keys().resolve("app-db-password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_home_that_is_a_file_is_refused_with_what_to_do() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        var home = Home.of(Map.of("WHETSTONE_HOME", file.toString()));

        assertThatThrownBy(home::prepare).isInstanceOf(Refusal.class).hasMessageContaining("Set WHETSTONE_HOME");
    }

    @Test
    void a_second_server_on_the_same_home_is_refused_with_the_first_one_s_address() throws IOException {
        var home = home("locked");
        home.prepare();
        var first = HomeLock.take(home, "http://localhost:8080", "http://localhost:8080");

        assertThatThrownBy(() -> HomeLock.take(home, "http://localhost:8081", "http://localhost:8081"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already runs")
                .hasMessageContaining("http://localhost:8080");

        first.close();
        HomeLock.take(home, "http://localhost:8081", "http://localhost:8081").close();
    }

    private Home home(String name) {
        return Home.of(Map.of("WHETSTONE_HOME", folder.resolve(name).toString()));
    }
}
