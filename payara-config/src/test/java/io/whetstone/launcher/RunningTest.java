package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningTest {
    @Test
    void a_process_is_found_again_by_number_and_start_time() {
        var here = Running.of(ProcessHandle.current(), "https://ai.example.org", "http://localhost:8080");

        assertThat(Running.parse(here.format())).hasValue(here);
        assertThat(here.alive()).isTrue();
    }

    @Test
    void a_later_process_with_the_same_number_is_another_one() {
        var here = Running.of(ProcessHandle.current(), "https://ai.example.org", "http://localhost:8080");

        assertThat(new Running(here.pid(), here.startedMillis() - 60_000, here.url(), here.localUrl()).alive())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "12 34", "a b c"})
    void a_damaged_pid_file_names_nobody(String text) {
        assertThat(Running.parse(text)).isEmpty();
    }
}
