package io.whetstone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What the own PostgreSQL runs with: nothing committed is ever lost, and nobody enters without a password. */
final class PostgresConfig {
    private static final String HOSTS = """
            # Written by whetstone at each start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private PostgresConfig() {}

    static String settings(int port, Path logs) {
        return """
                # Written by whetstone at each start; put changes of your own into postgresql.conf.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 80
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                password_encryption = scram-sha-256
                shared_buffers = 96MB
                max_wal_size = 512MB
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgres-%%a.log'
                log_file_mode = 0600
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_min_duration_statement = 2000
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                """.formatted(port, logs.toString().replace("'", "''"));
    }

    static void write(Path data, int port, Path logs) throws IOException {
        Home.writePrivate(data.resolve("whetstone.conf"), settings(port, logs));
        Home.writePrivate(data.resolve("pg_hba.conf"), HOSTS);
        var main = data.resolve("postgresql.conf");
        var include = "include = 'whetstone.conf'";
        var text = Files.readString(main);
        if (!text.contains(include)) {
            // First, so that what a person adds below wins.
            Home.writePrivate(main, include + "\n" + quietened(text));
        }
    }

    private static String quietened(String text) {
        return text.lines()
                .map(line -> line.startsWith("max_connections")
                                || line.startsWith("shared_buffers")
                                || line.startsWith("max_wal_size")
                                || line.contains("timezone = ")
                        ? "#" + line
                        : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
