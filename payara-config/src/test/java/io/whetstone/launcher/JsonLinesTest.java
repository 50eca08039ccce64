package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    final JsonLines formatter = new JsonLines();

    @Test
    void a_record_is_one_line_of_json_whatever_its_message_holds() throws IOException {
        var record = new LogRecord(Level.WARNING, "a \"quoted\"\nline with \\ and \u0007");
        record.setLoggerName("test");
        record.setThrown(new IllegalStateException("why"));

        var line = formatter.format(record);

        assertThat(line.lines()).hasSize(1);
        var json = new ObjectMapper().readTree(line);
        assertThat(json.path("message").asText()).isEqualTo("a \"quoted\"\nline with \\ and \u0007");
        assertThat(json.path("level").asText()).isEqualTo("WARNING");
        assertThat(json.path("exception").asText()).contains("IllegalStateException: why");
    }

    @Test
    void people_read_time_level_and_message() {
        var logs = new Logs(Path.of("server.0.log"), System.out);

        assertThat(logs.readable("{\"at\":\"2026-01-15T12:00:00Z\",\"level\":\"INFO\",\"message\":\"job.started\"}"))
                .isEqualTo("2026-01-15T12:00:00Z INFO    job.started");
        assertThat(logs.readable("no json")).isEqualTo("no json");
    }
}
