package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @Test
    void number_and_port_are_the_first_and_the_fourth_line() {
        assertThat(Postmaster.parse(List.of("4711", "/data", "1700000000", "5433", "", "127.0.0.1")))
                .hasValue(new Postmaster(4711, 5433));
    }

    @Test
    void a_file_that_is_still_being_written_names_nobody() {
        assertThat(Postmaster.parse(List.of("4711", "/data"))).isEmpty();
    }

    @Test
    void a_number_that_another_program_got_since_is_not_taken_for_a_postmaster() throws IOException {
        var mine = Long.toString(ProcessHandle.current().pid());
        Files.write(Postmaster.file(data), List.of(mine, data.toString(), "1700000000", "5433"));

        assertThat(Postmaster.of(data)).isEmpty();
        assertThat(Postmaster.file(data)).doesNotExist();
    }
}
